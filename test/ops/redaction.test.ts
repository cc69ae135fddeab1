import { describe, expect, it } from 'vitest';
import { redactor } from '../../src/ops/redaction.ts';

const token = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.G0fake.not-a-real-token-of-anybody';

describe('what nobody may read in a log', () => {
  const redact = redactor([token, undefined, 'short']);

  it.each([
    ['the token given', `login with ${token} failed`, 'login with [hidden] failed'],
    ['a bot’s token by its shape', 'MTEwMDAwMDAwMDAwMDAwMDAwMg.Gx1y2z.abcdefghijklmnopqrstuvwxyz0', '[hidden]'],
    [
      'the token of an interaction',
      'PATCH https://discord.com/api/v10/webhooks/1100/aW50ZXJhY3Rpb246abc_-def012/messages/@original',
      'PATCH https://discord.com/api/v10/webhooks/1100/[hidden]/messages/@original',
    ],
    [
      'a password in an address',
      'via http://user:pa55@proxy.example.org/api',
      'via http://[hidden]@proxy.example.org/api',
    ],
    [
      'a key in an address',
      'https://a.example.org/feed?lang=en&api_key=abc123&n=2',
      'https://a.example.org/feed?lang=en&api_key=[hidden]&n=2',
    ],
    ['a header', '"authorization":"Bot abcdefghijklmnopqrstuvwx"', '"authorization":"Bot [hidden]"'],
  ])('is hidden: %s', (_what, line, shown) => {
    expect(redact(line)).toBe(shown);
  });

  it('is all that is hidden', () => {
    const line =
      '{"interaction":"1300000000000000001","message":"Logged in as On Record. Add the bot: https://discord.com/oauth2/authorize?client_id=1100000000000000001&scope=bot&permissions=0 in short"}';
    expect(redact(line)).toBe(line);
  });
});
