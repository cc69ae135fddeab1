import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { scenes } from '../pictures/scenes.ts';
import { variables } from '../src/config.ts';
import { writeTable } from '../src/terminal/option-table.ts';

const pageOf = (name: string) => readFileSync(`docs/commands/${name}.md`, 'utf8');

describe('the page of a command', () => {
  it.each(commands.map(({ data }) => [data.name, data] as const))(
    '/%s has the options as they are (npm run docs:commands)',
    (name, data) => {
      const page = pageOf(name);
      expect(writeTable(page, data)).toBe(page);
      expect(page.startsWith(`# /${name}\n`)).toBe(true);
      expect(page).toContain(`\n› /${name}`);
    },
  );

  it('is in the list, and there is none of a command that is gone', () => {
    const names = readdirSync('docs/commands').map((file) => file.replace(/\.md$/, ''));
    expect(names.filter((name) => name !== 'README').sort()).toEqual(commands.map(({ data }) => data.name).sort());
    const list = pageOf('README');
    expect(commands.filter(({ data }) => !list.includes(`[/${data.name}](${data.name}.md)`))).toEqual([]);
  });

  it('without a place for the options is told of', () => {
    const [first] = commands;
    expect(first && writeTable('# /stance\n', first.data)).toBeUndefined();
  });
});

describe('the pictures of answers', () => {
  it.each(scenes.map(({ name }) => name))('%s is there in dark and light, small, and shown with a text', (name) => {
    for (const theme of ['dark', 'light']) {
      expect(statSync(`docs/pictures/${name}-${theme}.png`).size).toBeLessThan(150_000);
    }
    const page = name === 'readme' ? readFileSync('README.md', 'utf8') : pageOf(name);
    expect(page).toMatch(new RegExp(`<img alt="[^"]{30,}" src="(?:docs|\\.\\.)/pictures/${name}-light\\.png"`));
    expect(page).toMatch(new RegExp(`srcset="(?:docs|\\.\\.)/pictures/${name}-dark\\.png"`));
  });

  it('are none but those that are drawn', () => {
    const drawn = scenes.flatMap(({ name }) => [`${name}-dark.png`, `${name}-light.png`]);
    expect(readdirSync('docs/pictures').sort()).toEqual(drawn.sort());
  });
});

describe.each(['docs/host.md', 'docs/scale.md'])('%s', (file) => {
  it('names no variable that there is not', () => {
    const named = readFileSync(file, 'utf8').matchAll(
      /`((?:DISCORD|MODERATOR|ARTICLES|SHARDS|CACHE|WATCH|HTTP|PUBLIC)[A-Z_]*)/g,
    );
    expect([...named].map(([, name]) => name).filter((name) => !variables.includes(name ?? ''))).toEqual([]);
  });
});
