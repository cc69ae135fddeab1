import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { UserError } from '../../src/answer.ts';
import { type OpenSession, startChat } from '../../src/terminal/front-end.ts';
import { readLocale } from '../../src/terminal/locale.ts';
import { openSession } from './example-archive.ts';
import { commands } from './example-commands.ts';

async function start(
  given: readonly string[],
  typed: readonly string[] = [],
  open?: OpenSession,
  environment: Readonly<Record<string, string>> = {},
) {
  const output = new PassThrough();
  const errors = new PassThrough();
  const opened: (readonly string[])[] = [];
  const code = await startChat(
    given,
    open ??
      (async (articles, locale) => {
        opened.push(articles);
        return openSession(commands, undefined, locale);
      }),
    { input: Readable.from(typed), output, errors, environment },
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

it('answers a person in the language of their terminal, and programs in English', async () => {
  const german = { LANG: 'de_DE.UTF-8' };
  expect((await start(['/qoute un'], [], undefined, german)).out).toContain('Am nächsten ist /quote.');
  expect((await start(['--json', '/qoute un'], [], undefined, german)).out).toContain('The nearest is /quote.');
  expect((await start([], ['/qoute un\n'], undefined, german)).out).toContain('The nearest is /quote.');
});

it.each<[Readonly<Record<string, string>>, string]>([
  [{}, 'en-GB'],
  [{ LANG: 'C' }, 'en-GB'],
  [{ LANG: 'C.UTF-8' }, 'en-GB'],
  [{ LANG: 'POSIX' }, 'en-GB'],
  [{ LANG: 'de_DE.UTF-8' }, 'de-DE'],
  [{ LANG: 'de_DE@euro' }, 'de-DE'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }, 'fr-FR'],
  [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8', LC_ALL: 'es_MX.UTF-8' }, 'es-MX'],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, 'de-DE'],
  [{ LANG: '../../x' }, 'en-GB'],
])('reads the language that %j asks for', (environment, locale) => {
  expect(readLocale(environment)).toBe(locale);
});
