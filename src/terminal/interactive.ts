import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { completeLine } from './completion.ts';
import { cutPages, type PageKey, readPageKey } from './paging.ts';
import { renderAnswer, renderText } from './rendering.ts';
import { type Output, readColumns, readScreen } from './screen.ts';
import { type Outcome, runLine, type Session } from './session.ts';
import { startSpinner } from './spinner.ts';

/** Where keys come from: standard input, or a stream of the bytes that a terminal sends. */
export type Input = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  readonly setRawMode?: (raw: boolean) => unknown;
};

/** A terminal with a person at it. */
export interface Talk {
  readonly input: Input;
  readonly output: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Lines to show before the first prompt. */
  readonly greeting?: readonly string[];
}

/** Who gets what is typed: the line editor, nobody yet since a command runs, or the pager. */
type Listener =
  | { readonly to: 'editor' }
  | { readonly to: 'command' | 'pager'; readonly press: (key: PageKey) => void };

const leaving = new Set(['exit', 'quit', '/exit', '/quit']);

/** Talks with a person until they leave. Resolves with the exit code. */
export async function chatInteractive(session: Session, talk: Talk): Promise<number> {
  const { input, output, environment } = talk;
  const { archive, wording } = session.context();
  const { terminal: words } = wording;
  const screen = () => readScreen(output, environment);
  const say = (lines: readonly string[]) => output.write(lines.map((line) => `${line}\n`).join(''));

  // The editor reads from a stream of ours, so that keys typed at a waiting answer never end up in its line.
  const keys = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => input.setRawMode?.(raw),
  });
  const editor = createInterface({
    input: keys,
    output,
    terminal: true,
    prompt: screen().colour ? '\u001b[36m›\u001b[39m ' : '› ',
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, found: [string[], string]) => void) => {
      void completeLine(line, session).then(([completions, replaced]) => done(null, [completions, replaced]));
    },
  });

  let listener: Listener = { to: 'editor' };
  /** What was typed while nobody listened. */
  let held: string[] = [];
  let ended = false;
  const listen = (next: Listener) => {
    listener = next;
    const typed = held.join('');
    held = [];
    if (typed !== '') receive(typed);
    if (ended && listener.to === 'editor') keys.end();
  };
  const receive = (typed: string) => {
    if (listener.to === 'editor') {
      keys.write(Buffer.from(typed, 'latin1'));
    } else if (listener.to === 'command') {
      const stop = typed.lastIndexOf('\u0003');
      // What was typed before Ctrl-C goes with it.
      if (stop >= 0) held = [];
      held.push(typed.slice(stop + 1));
      if (stop >= 0) listener.press('stop');
    } else {
      const { key, length } = readPageKey(typed);
      held.push(typed.slice(length));
      const { press } = listener;
      // Until the next page asks, nobody listens.
      listener = { to: 'command', press: () => {} };
      press(key);
    }
  };
  // Latin-1 keeps bytes as they are, however the stream cuts characters.
  const onData = (chunk: Buffer | string) => receive(Buffer.from(chunk).toString('latin1'));
  const onEnd = () => {
    ended = true;
    if (listener.to === 'editor') keys.end();
    else if (listener.to === 'pager') listener.press('stop');
  };

  const run = async (line: string): Promise<Outcome | 'stopped'> => {
    const stopped = new Promise<'stopped'>((resolve) => {
      listen({ to: 'command', press: () => resolve('stopped') });
    });
    const spinner =
      output.isTTY === true && environment.TERM !== 'dumb'
        ? startSpinner(output, words.working, () => readColumns(output))
        : undefined;
    try {
      return await Promise.race([runLine(line, session, spinner?.tell), stopped]);
    } finally {
      spinner?.stop();
    }
  };
  const show = async (lines: readonly string[]) => {
    const pages = cutPages(lines, output.isTTY === true ? output.rows : undefined, readColumns(output));
    for (const [index, page] of pages.entries()) {
      say(page);
      if (index === pages.length - 1) break;
      const ask = words.more(index + 1, pages.length);
      output.write(screen().colour ? `\u001b[2m${ask}\u001b[22m` : ask);
      const key = await new Promise<PageKey>((press) => listen({ to: 'pager', press }));
      output.write('\r\u001b[K');
      if (page.at(-1) !== '') say(['']);
      if (key === 'stop') break;
    }
  };
  const answer = async (line: string) => {
    const outcome = await run(line);
    if (outcome === 'stopped') say([words.stopped]);
    else await show([...renderAnswer(outcome.answer, screen(), wording), '']);
  };

  for (const line of [...(talk.greeting ?? []), words.greeting(archive.size.articles, archive.size.statements)]) {
    say(renderText(line, screen()));
  }
  say(['']);
  input.on('data', onData).on('end', onEnd).on('error', onEnd);
  const onBroken = () => editor.close();
  output.on('error', onBroken);

  await new Promise<void>((leave, fail) => {
    const lines: string[] = [];
    let working = false;
    let closed = false;
    let pressed = false;
    const work = async () => {
      working = true;
      for (let line = lines.shift(); line !== undefined && !closed; line = lines.shift()) {
        if (leaving.has(line.trim().toLowerCase())) {
          closed = true;
          editor.close();
        } else if (line.trim() !== '') await answer(line);
      }
      working = false;
      if (closed) return leave();
      editor.prompt();
      listen({ to: 'editor' });
    };
    editor.on('line', (line) => {
      pressed = false;
      lines.push(line);
      if (!working) work().catch(fail);
    });
    editor.on('SIGINT', () => {
      const empty = editor.line === '';
      if (empty && pressed) return editor.close();
      pressed = empty;
      if (empty) say(['', words.leave]);
      else {
        editor.write(null, { ctrl: true, name: 'e' });
        editor.write(null, { ctrl: true, name: 'u' });
      }
      editor.prompt(true);
    });
    editor.on('close', () => {
      if (!closed) output.write('\n');
      closed = true;
      if (!working) leave();
    });
    editor.prompt();
  });
  input.off('data', onData).off('end', onEnd).off('error', onEnd);
  input.pause();
  return 0;
}
