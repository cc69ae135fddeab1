import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeDiscord } from './fake-discord.ts';

/** The programs as a user starts them: real processes with their own environment and folder. */
interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const root = resolve('.');
let empty = '';
beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), 'on-record-'));
  await mkdir(join(empty, 'nothing'));
  await writeFile(join(empty, 'broken.txt'), Buffer.from('Caf\xe9 \x81\n\nBody.\n', 'latin1'));
});
afterAll(async () => {
  await rm(empty, { recursive: true });
});

/** Starts a program of the project; once it has printed `until`, `meanwhile` runs and the program is told to stop. */
function run(
  program: string,
  args: readonly string[],
  {
    input = '',
    environment = {},
    until,
    meanwhile = async () => undefined,
  }: {
    input?: string;
    environment?: Record<string, string>;
    until?: string;
    meanwhile?: (printed: string) => Promise<void>;
  } = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, program), ...args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', ...environment },
    });
    let out = '';
    let err = '';
    let reached = false;
    const look = () => {
      if (reached || until === undefined || !`${out}${err}`.includes(until)) return;
      reached = true;
      meanwhile(`${out}${err}`).then(() => child.kill('SIGTERM'), fail);
    };
    child.stdout.on('data', (chunk) => {
      out += chunk;
      look();
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
      look();
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

const noTrace = /^(?!.*\n\s+at )/s;

describe('chat', () => {
  it('answers one command and exits 0', async () => {
    const { code, out, err } = await run('src/terminal/chat.ts', ['/stance iran venezuela']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('foreign intervention in internal affairs of Venezuela');
  });

  it('prints one line of JSON by the contract', async () => {
    const { code, out } = await run('src/terminal/chat.ts', ['--json', '/quote un charter']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ command: 'quote', status: 'ok', archive: { articles: 1 } });
    expect(answer.total).toBe(answer.quotations.length);
    for (const field of [
      'text',
      'article',
      'start',
      'end',
      'pieces',
      'paragraph',
      'kind',
      'speaker',
      'matches',
      'also',
    ]) {
      expect(answer.quotations[0]).toHaveProperty(field);
    }
  });

  it('exits 2 when the command is malformed, with its usage', async () => {
    const { code, out } = await run('src/terminal/chat.ts', ['/stance']);
    expect(code).toBe(2);
    expect(out).toContain('/stance actor about');
  });

  it('answers each line of a pipe with one line, and exits 0 whatever they were', async () => {
    const { code, out } = await run('src/terminal/chat.ts', ['--json'], {
      input: '/quote un charter\n\nnonsense\n/help\n/stance iran',
    });
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ status }) => status)).toEqual(['ok', 'error', 'error', 'ok', 'error']);
  });

  it.each([
    ['a folder that is missing', () => join(empty, 'no-such'), /nothing to answer from: .*no such folder or file/],
    ['a folder that is empty', () => join(empty, 'nothing'), /nothing to answer from: there is no article/],
    ['a file in no known encoding', () => join(empty, 'broken.txt'), /not UTF-8/],
  ])('says in one sentence that there is %s, and goes on', async (_what, path, sentence) => {
    const { code, out, err } = await run('src/terminal/chat.ts', ['--articles', path(), '/quote anything']);
    expect(code).toBe(0);
    expect(err).toMatch(sentence);
    expect(err).toMatch(noTrace);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toContain('Nothing on record');
  });
});

describe('extract', () => {
  it('prints one line of JSON for each line, whatever it is', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text: '“We stay,” said Mara Okell. He backs the plan.' }),
      'nonsense',
      '{"id":1,"text":""}',
      '',
    ];
    const { code, out } = await run('src/terminal/extract.ts', ['--jsonl'], { input: lines.join('\n') });
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers[0]).toMatchObject({
      id: 'a',
      statements: [{ content: [[1, 9]], kind: 'direct', speakerName: 'Mara Okell', within: null }],
    });
    expect(answers[1]).toHaveProperty('error');
    expect(answers[2]).toEqual({ id: 1, statements: [], stances: [] });
  });
});

describe('npm start', () => {
  it('without a token says so, and is the terminal chat', async () => {
    const { code, out, err } = await run('src/main.ts', [], { input: '/quote un charter\n' });
    expect(code).toBe(0);
    expect(err).toContain('No DISCORD_TOKEN is set');
    expect(out).toContain('Quotations with “un charter”');
  });

  it('names the variable that does not fit', async () => {
    const { code, err } = await run('src/main.ts', [], { environment: { MODERATORS: 'okell' } });
    expect(code).toBe(1);
    expect(err).toMatch(/MODERATORS: expected Discord ids/);
    expect(err).toMatch(noTrace);
  });

  it('with a wrong token says so and exits 1 at once', async () => {
    const discord = await FakeDiscord.start({ token: 'right.token.here' });
    const { code, err } = await run('src/main.ts', [], {
      environment: { DISCORD_TOKEN: 'wrong.token.here', DISCORD_API: discord.api },
    });
    expect(code).toBe(1);
    expect(err).toContain('Discord does not accept the token');
    expect(err).not.toContain('wrong.token.here');
    expect(err).toMatch(noTrace);
    await discord.stop();
  });

  it('with a token registers, prints the invite link, answers, and ends in order when told to stop', async () => {
    const discord = await FakeDiscord.start({});
    const { code, out, err } = await run('src/main.ts', [], {
      environment: { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api },
      until: 'oauth2/authorize',
      meanwhile: async () => {
        const reply = await discord.command({ name: 'quote', options: { text: 'un charter' } });
        expect(reply.text).toContain('Russia and Iran are two important countries');
      },
    });
    expect(out).toContain('1 article with');
    expect(discord.commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['stance', 'quote', 'help', 'reload']),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await discord.stop();
  });

  it('with a public key and a port answers by HTTP alone, and asks nothing of Discord', async () => {
    const discord = await FakeDiscord.start({});
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { code, out, err } = await run('src/main.ts', [], {
      environment: {
        DISCORD_PUBLIC_KEY: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
        DISCORD_API: discord.api,
        HTTP_PORT: '0',
      },
      until: 'statements on record',
      meanwhile: async (printed) => {
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        discord.postTo(`${address}/interactions`, privateKey);
        const reply = await discord.command({ name: 'quote', options: { text: 'un charter' }, unchecked: true });
        expect(reply.text).toContain('Russia and Iran are two important countries');
        expect((await fetch(`${address}/readyz`)).status).toBe(200);
        expect(await (await fetch(`${address}/metrics`)).text()).toContain('command="quote",outcome="ok"} 1');
      },
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ msg }) => msg === 'Interaction')).toMatchObject([{ command: 'quote', outcome: 'ok' }]);
    expect(out).not.toContain('un charter');
    expect(discord.requests).toEqual([]);
    await discord.stop();
  });

  it('without a network says so once and keeps trying', async () => {
    const { err } = await run('src/main.ts', [], {
      environment: { DISCORD_TOKEN: 'some.token.here', DISCORD_API: 'http://127.0.0.1:9' },
      until: 'keep trying',
    });
    expect(err).toContain('Discord cannot be reached');
    expect(err).toMatch(noTrace);
  });
});
