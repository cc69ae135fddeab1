import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { UserError } from '../../src/answer.ts';
import { type OpenSession, startChat } from '../../src/terminal/front-end.ts';
import { openSession } from './example-archive.ts';
import { commands } from './example-commands.ts';

async function start(given: readonly string[], typed: readonly string[] = [], open?: OpenSession) {
  const output = new PassThrough();
  const errors = new PassThrough();
  const opened: (readonly string[])[] = [];
  const code = await startChat(
    given,
    open ??
      (async (articles) => {
        opened.push(articles);
        return openSession(commands);
      }),
    { input: Readable.from(typed), output, errors, environment: {} },
  );
  return { code, out: String(output.read() ?? ''), err: String(errors.read() ?? ''), opened };
}

it('answers a command from the articles named', async () => {
  const { code, out, err, opened } = await start(['--json', '--articles', 'x', '/quote', 'un']);
  expect(JSON.parse(out)).toMatchObject({ command: 'quote', message: 'Nothing on “un” by “”.' });
  expect({ code, err, opened }).toEqual({ code: 0, err: '', opened: [['x']] });
});

it('answers the lines of its input', async () => {
  const { code, out } = await start(['--json'], ['/quote a\n/nope\n']);
  expect(out.trimEnd().split('\n')).toHaveLength(2);
  expect(code).toBe(0);
});

it('explains itself', async () => {
  const { code, out, opened } = await start(['--help']);
  expect(out).toMatch(/^Usage: npm run -s chat -- /);
  expect({ code, opened }).toEqual({ code: 0, opened: [] });
});

it('ends with 2 for what is malformed, and says so', async () => {
  expect(await start(['/qoute un'])).toMatchObject({ code: 2, out: expect.stringContaining('/quote') });
  expect(await start(['--what'])).toMatchObject({
    code: 2,
    out: '',
    err: 'There is no option “--what”. See --help.\n',
  });
});

it('ends with 1 and one sentence when it cannot open', async () => {
  const fail = async () => {
    throw new UserError('There is no folder “x”.');
  };
  expect(await start(['/help'], [], fail)).toMatchObject({ code: 1, out: '', err: 'There is no folder “x”.\n' });
});
