import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleRecord } from '../../src/articles/record.ts';

function run(program: string, ...given: readonly string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    const argv = ['--import', 'tsx', `src/terminal/${program}.ts`, ...given];
    const child = execFile(process.execPath, argv, (_error, output, errors) => {
      resolve({ code: child.exitCode ?? -1, output, errors });
    });
  });
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('articles:check', () => {
  it('says what was understood and what is wrong, and exits 1', async () => {
    await mkdir(join(folder, 'wire'));
    await writeFile(
      join(folder, 'wire', '2026-01-05-harbour.md'),
      '---\ntitle: "Harbour \\u001b[31mto close"\noutlet: The Velmouth Courier\nauthor: Ana Dray\n---\n\n“We must act,” said Mara Okell.\n',
    );
    await writeFile(join(folder, 'broken.json'), '{"text": "x');
    await writeFile(join(folder, 'README'), 'no article');
    expect(await run('articles-check', folder)).toEqual({
      code: 1,
      errors: '',
      output: [
        'broken.json: WRONG: it is not JSON: it stops before its end',
        'wire/2026-01-05-harbour.md: Harbour  [31mto close',
        '    The Velmouth Courier, 2026-01-05, by Ana Dray, in wire, 1 paragraph, 1 statement',
        '1 file or folder that is no article is left out: README.',
        '1 article in 2 files: 1 thing wrong.',
        '',
      ].join('\n'),
    });
  });

  it('finds nothing wrong with the articles of the project', async () => {
    const { code, output } = await run('articles-check', 'seeds');
    expect(output).toContain('IRNA');
    expect(output).toContain('nothing is wrong.');
    expect(code).toBe(0);
  });
});

describe('articles:schema', () => {
  it('prints a JSON Schema with every field described', async () => {
    const { code, output } = await run('articles-schema');
    expect(code).toBe(0);
    const schema: unknown = JSON.parse(output);
    expect(schema).toMatchObject({ type: 'object', required: ['text'] });
    for (const name of Object.keys(articleRecord.shape)) {
      expect(JSON.stringify(schema), name).toMatch(new RegExp(`"${name}":\\{[^]*?"description"`));
    }
  });
});
