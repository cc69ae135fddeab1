import { PassThrough, Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatLines, chatOnce } from '../../src/terminal/batch.ts';
import { readLines } from '../../src/terminal/lines.ts';
import { openSession } from './example-archive.ts';
import { commands } from './example-commands.ts';

const session = openSession(commands);

/** An output that keeps what is written. */
function collect(): { readonly output: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      setImmediate(done);
    },
    highWaterMark: 64,
  });
  return { output, text: () => Buffer.concat(chunks).toString('utf8') };
}

async function ask(input: readonly (string | Buffer)[], json = true): Promise<{ code: number; text: string }> {
  const { output, text } = collect();
  const code = await chatLines(Readable.from(input), session, { output, json, environment: {} });
  return { code, text: text() };
}

describe('lines that are piped in', () => {
  it('get one line of JSON each, in order, a blank one too', async () => {
    const { code, text } = await ask(['/quote un\n\n/qoute\r\n', '/stance a b\n/he', 'lp']);
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    const answers = lines.map((line) => JSON.parse(line) as { command: string; status: string; message?: string });
    expect(answers.map(({ command, status }) => [command, status])).toEqual([
      ['quote', 'nothing'],
      ['', 'error'],
      ['qoute', 'error'],
      ['stance', 'nothing'],
      ['help', 'ok'],
    ]);
    expect(answers[0]).toMatchObject({ archive: { version: 'v1', articles: 2 }, message: 'Nothing on “un” by “”.' });
    expect(code).toBe(0);
  });

  it('get nothing when there are none', async () => {
    expect(await ask([])).toEqual({ code: 0, text: '' });
  });

  it('may be huge', async () => {
    const { text } = await ask([`/quote ${'x'.repeat(100_000)}\n/quote "${'" '.repeat(50_000)}`]);
    expect(text.split('\n')).toHaveLength(3);
    expect(text.length).toBeLessThan(1000);
  });

  it('may be anything', async () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bytes, async (typed) => {
        const { text } = await ask([Buffer.from(typed)]);
        const ends = typed.filter((byte) => byte === 10).length;
        const open = typed.length > 0 && typed.at(-1) !== 10 ? 1 : 0;
        const answers = text.split('\n').slice(0, -1);
        expect(answers).toHaveLength(ends + open);
        for (const answer of answers) JSON.parse(answer);
      }),
    );
  });

  it('are answered for people without --json', async () => {
    expect((await ask(['/quote un\n'], false)).text).toBe('Nothing on “un” by “”.\nNearest: UN Charter\n\n');
  });

  it('end quietly when nobody reads any more', async () => {
    let written = 0;
    const output = new Writable({
      write: (_chunk, _encoding, done) => {
        written += 1;
        done(written > 2 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : null);
      },
    });
    const endless = Readable.from(
      (function* () {
        for (;;) yield '/quote un\n';
      })(),
    );
    expect(await chatLines(endless, session, { output, json: true, environment: {} })).toBe(0);
    expect(endless.destroyed).toBe(true);
  });

  it('are not lost to a slow reader', async () => {
    const output = new PassThrough({ highWaterMark: 16 });
    const done = chatLines(Readable.from(['/quote un\n'.repeat(200)]), session, {
      output,
      json: true,
      environment: {},
    });
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    expect(await done).toBe(0);
    expect(text.split('\n')).toHaveLength(201);
  });
});

it('splits lines at line feeds alone, however the bytes are cut', async () => {
  const text = '\ufeffa\u2028b\rc\r\n😀é\n\nlast';
  for (const size of [1, 2, 3, 100]) {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    const lines: string[] = [];
    for await (const line of readLines(Readable.from(chunks))) lines.push(line);
    expect(lines).toEqual(['a\u2028b\rc', '😀é', '', 'last']);
  }
});

describe('one command', () => {
  it.each([
    ['/quote un', 0, 'Nothing on “un” by “”.\nNearest: UN Charter\n'],
    ['/stance', 2, '✗ /stance needs “actor” and “about”. Usage: /stance actor about [private]\n'],
    ['', 2, '✗ Type a command: /stance, /quote, /sort, /help.\n'],
  ])('%j', async (line, code, printed) => {
    const { output, text } = collect();
    expect(await chatOnce(line, session, { output, json: false, environment: {} })).toBe(code);
    expect(text()).toBe(printed);
  });

  it('prints one line of JSON', async () => {
    const { output, text } = collect();
    expect(await chatOnce('/help', session, { output, json: true, environment: {} })).toBe(0);
    expect(text().split('\n')).toHaveLength(2);
    expect(JSON.parse(text())).toMatchObject({ command: 'help', status: 'ok' });
  });
});
