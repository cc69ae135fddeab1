import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Command, defineCommand } from '../../src/discord/command.ts';
import { chatInteractive } from '../../src/terminal/interactive.ts';
import { openSession } from './example-archive.ts';
import { commands } from './example-commands.ts';

const enter = '\r';
const tab = '\t';
const up = '\u001b[A';
const ctrlC = '\u0003';
const ctrlD = '\u0004';

const long = defineCommand({
  data: { name: 'long', description: 'A long answer' },
  run: async () => ({
    show: 'page',
    status: 'ok',
    heading: 'Long',
    sections: [{ lines: Array.from({ length: 30 }, (_, number) => `line ${number + 1}.`) }],
  }),
});

/** A command that answers when told to. */
function slow() {
  let finish = () => {};
  const command = defineCommand({
    data: { name: 'slow', description: 'Takes its time' },
    run: async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { show: 'page', status: 'ok', heading: 'At last', sections: [] };
    },
  });
  return { command, finish: () => finish() };
}

/** A chat with a person who types, and a window of 12 rows. */
function open(more: readonly Command[] = [long], environment: Record<string, string> = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (raw: boolean) => modes.push(raw) });
  const modes: boolean[] = [];
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 60, rows: 12, getColorDepth: () => 1 });
  let raw = '';
  output.on('data', (chunk: Buffer) => {
    raw += chunk.toString('utf8');
  });
  const done = chatInteractive(openSession([...commands, ...more]), { input, output, environment });
  const shown = () => stripVTControlCharacters(raw);
  const see = async (text: string, times = 1) => {
    const seen = () => shown().split(text).length > times;
    for (let tries = 0; !seen() && tries < 1000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(shown()).toContain(text);
    expect(seen(), `“${text}” ${times} times`).toBe(true);
  };
  return { input, output, done, shown, see, modes, raw: () => raw, type: (keys: string) => input.write(keys) };
}

describe('a chat', () => {
  it('greets, answers and leaves by Ctrl-D', async () => {
    const { type, see, done, modes } = open();
    await see('On Record: 2 articles and 12 statements. Type /help to');
    type(`/quote un${enter}`);
    await see('Nothing on “un” by “”.\nNearest: UN Charter\n\n› ');
    type(`stance${enter}`);
    await see('✗ /stance needs “actor” and “about”. Usage: /stance actor');
    type(`${enter}${ctrlD}`);
    expect(await done).toBe(0);
    expect(modes.at(-1)).toBe(false);
  });

  it.each(['exit', ' QUIT ', '/exit'])('leaves by %j', async (word) => {
    const { type, done } = open();
    type(`${word}${enter}`);
    expect(await done).toBe(0);
  });

  it('leaves when its input ends, after the answer', async () => {
    const { input, type, see, done } = open();
    type(`/quote un${enter}`);
    input.end();
    await see('Nothing on “un”');
    expect(await done).toBe(0);
  });

  it('answers lines that are pasted together, in order', async () => {
    const { type, see, shown, done } = open();
    type(`/quote one${enter}/quote two${enter}exit${enter}/quote three${enter}`);
    await done;
    await see('Nothing on “two”');
    expect(shown().indexOf('Nothing on “one”')).toBeLessThan(shown().indexOf('Nothing on “two”'));
    expect(shown()).not.toContain('Nothing on “three”');
  });

  it('reads characters that the stream cuts', async () => {
    const { input, type, see, done } = open();
    for (const byte of Buffer.from('/quote é😀')) input.write(Buffer.from([byte]));
    type(enter);
    await see('Nothing on “é😀”');
    type(ctrlD);
    await done;
  });

  it('recalls and completes', async () => {
    const { type, see, done } = open();
    type(`/quote one${enter}`);
    await see('Nothing on “one”');
    type(`${up}${enter}`);
    await see('Nothing on “one”', 2);
    type(`/sta${tab}`);
    await see('/stance ');
    type(`un${tab}`);
    await see('"United States" ');
    type(`ira${tab}`);
    await see('"United States" Ira');
    type(tab);
    await see('Iraq');
    type(`n${enter}`);
    await see('United States says nothing on Iran.');
    type(ctrlD);
    await done;
  });
});

describe('Ctrl-C', () => {
  it('clears the line once, and leaves an empty one twice', async () => {
    const { type, see, done, shown } = open();
    type(`/quote gone${ctrlC}`);
    type(`/quote kept${enter}`);
    await see('Nothing on “kept”');
    expect(shown()).not.toContain('Nothing on “gone');
    type(ctrlC);
    await see('Ctrl-C again, Ctrl-D or exit leaves.');
    type(ctrlC);
    expect(await done).toBe(0);
  });

  it('stops waiting for an answer', async () => {
    const { command, finish } = slow();
    const { type, see, done } = open([command]);
    type(`/slow${enter}`);
    await see('Working…');
    type(`/help${ctrlC}/quote next${enter}`);
    await see('Stopped waiting for the answer.');
    await see('Nothing on “next”');
    finish();
    type(ctrlD);
    await done;
  });
});

describe('a long answer', () => {
  it('waits for a key before it goes on', async () => {
    const { type, see, shown, done } = open();
    type(`/long${enter}`);
    await see('Enter for more, q to stop (1 of 3)');
    expect(shown()).toContain('line 9.');
    expect(shown()).not.toContain('line 10.');
    type(enter);
    await see('(2 of 3)');
    type(up);
    await see('line 30.');
    type(`/quote un${enter}`);
    await see('Nothing on “un”');
    type(ctrlD);
    await done;
  });

  it.each(['q', '\u001b', ctrlC])('stops at %j', async (key) => {
    const { type, see, shown, done } = open();
    type(`/long${enter}`);
    await see('(1 of 3)');
    type(`${key}/quote un${enter}`);
    await see('Nothing on “un”');
    expect(shown()).not.toContain('line 10.');
    type(ctrlD);
    await done;
  });

  it('ends when the input does', async () => {
    const { input, type, see, done } = open();
    type(`/long${enter}`);
    await see('(1 of 3)');
    input.end();
    expect(await done).toBe(0);
  });
});

describe('waiting', () => {
  it('shows how far a long command is, on one line that is gone when it is done', async () => {
    let finish = () => {};
    const stepwise = defineCommand({
      data: { name: 'stepwise', description: 'Tells how far it is' },
      run: async function* () {
        const page = { show: 'page', status: 'ok', heading: 'Reading' } as const;
        yield { ...page, done: 0.4, sections: [{ lines: ['4 of 10 files read.', `${'Very '.repeat(20)}long.`] }] };
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        yield { ...page, heading: 'Read', sections: [] };
      },
    });
    const { type, see, raw, done } = open([stepwise]);
    await see('On Record');
    type(`/stepwise${enter}`);
    await see('████████░░░░░░░░░░░░ 40 % 4 of 10 files read.');
    finish();
    await see('Read\n');
    const drawn = raw()
      .split('\r')
      .filter((line) => line.includes('40 %'));
    for (const line of drawn) expect(stripVTControlCharacters(line).length).toBeLessThan(60);
    expect(raw()).toContain('\u001b[K\r\u001b[KRead');
    type(ctrlD);
    await done;
  });

  it('shows a spinner after half a second and leaves no trace of it', async () => {
    const { command, finish } = slow();
    const { type, see, raw, done } = open([command]);
    type(`/slow${enter}`);
    await see('Working…');
    type(`/quote typed ahead${enter}`);
    finish();
    await see('At last');
    expect(raw()).toContain('Working…\u001b[K\r\u001b[KAt last');
    await see('Nothing on “typed ahead”');
    type(ctrlD);
    await done;
  });

  it('shows nothing for what is quick, or in a dumb terminal', async () => {
    const { command, finish } = slow();
    const quick = open([command], { TERM: 'dumb' });
    quick.type(`/slow${enter}`);
    await new Promise((resolve) => setTimeout(resolve, 700));
    finish();
    await quick.see('At last');
    expect(quick.shown()).not.toContain('Working');
    quick.type(ctrlD);
    await quick.done;
  });
});

it('ends when nobody reads any more', async () => {
  const { output, done } = open();
  output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(await done).toBe(0);
});
