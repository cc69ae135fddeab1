import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Which of our folders each part may import, besides itself: main -> app -> {commands, discord, terminal, articles,
 * ops} -> wording -> core. Entries of the terminal (`chat`, `extract`, …) open the app themselves.
 */
const allowed: Record<string, readonly string[]> = {
  core: [],
  learn: ['core', 'terminal'],
  'thread-start': [],
  wording: ['core'],
  answer: ['core', 'wording'],
  presentation: ['core', 'answer', 'wording'],
  config: ['answer'],
  articles: ['core', 'answer'],
  archive: ['core', 'articles', 'answer', 'thread-start'],
  command: ['core', 'answer', 'wording'],
  commands: ['core', 'answer', 'command', 'picture', 'wording'],
  picture: ['answer', 'thread-start', 'wording'],
  discord: ['core', 'answer', 'command', 'presentation', 'ops', 'wording'],
  terminal: ['core', 'answer', 'command', 'presentation', 'articles', 'wording'],
  entry: [
    'core',
    'answer',
    'command',
    'commands',
    'discord',
    'terminal',
    'articles',
    'archive',
    'ops',
    'app',
    'chat',
    'config',
    'entry',
  ],
  ops: ['core', 'answer'],
  app: ['core', 'answer', 'command', 'commands', 'discord', 'terminal', 'articles', 'archive', 'ops', 'config'],
  chat: ['app', 'config', 'answer', 'commands', 'command', 'terminal', 'wording'],
  http: ['core', 'answer', 'command', 'discord', 'ops', 'wording'],
  bot: ['core', 'picture', 'app', 'config', 'answer', 'commands', 'discord', 'command', 'ops', 'http', 'wording'],
  main: ['bot', 'chat', 'config', 'answer'],
};

/** Node modules that do I/O or know the machine: none of them may be reached from the core. */
const impure = /^node:(?!crypto$)/;
/** Packages that compute and nothing else. */
const computing =
  /^(?:wink-nlp|wink-eng-lite-web-model|minisearch|countries-list|i18n-iso-countries|i18n-nationality|diff|porter2|quickselect)(?:\/|$)/;

/** Programs of the terminal that are started by themselves. */
const entries =
  /^src\/terminal\/(?:chat|extract|stance-between|evaluate-[a-z]+|articles-(?:check|schema)|docs-commands)\.ts$/;

function partOf(file: string): string {
  if (entries.test(file)) return 'entry';
  if (file === 'src/discord/command.ts') return 'command';
  if (file.startsWith('commands/')) return 'commands';
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split('\\').join('/')),
);

function importsOf(file: string): string[] {
  const statements = /^(?:import|export)\s(?:[^;'"]*\bfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...readFileSync(file, 'utf8').matchAll(statements)].map((match) => match[1] ?? match[2] ?? '');
}

describe('directions of import', () => {
  it.each(files)('%s imports only what the design allows', (file) => {
    const part = partOf(file);
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = partOf(
          relative('.', join(dirname(file), name))
            .split('\\')
            .join('/'),
        );
        expect(
          target === part || allowed[part]?.includes(target),
          `${file} (${part}) imports ${name} (${target})`,
        ).toBe(true);
      } else if (part === 'core') {
        expect(impure.test(name), `${file} imports ${name}`).toBe(false);
        if (!name.startsWith('node:')) expect(computing.test(name), `${file} imports the package ${name}`).toBe(true);
      } else if (part === 'commands') {
        expect(name.startsWith('discord.js'), `${file} imports the client`).toBe(false);
      }
    }
  });
});

/** Whatever is loaded with a file, types aside. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const statements = /^(?:import|export)\s(?!type\s)(?:[^;'"]*\bfrom\s)?'(\.[^']+)'/gm;
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(statements)) {
    if (name.endsWith('.ts')) loadedWith(join(dirname(file), name), seen);
  }
  return seen;
}

describe('the language model', () => {
  it.each(['src/bot.ts', 'src/chat.ts'])('is not loaded with %s, which may never need it', (file) => {
    const loaded = [...loadedWith(file)];
    expect(loaded.length).toBeGreaterThan(50);
    expect(loaded).not.toContain('src/core/language/analysis.ts');
  });
});
