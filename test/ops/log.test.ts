import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createLog, type LogOptions, logInteractions } from '../../src/ops/log.ts';
import type { Handled } from '../../src/ops/tally.ts';

function recording(given: Partial<LogOptions> = {}) {
  const news: string[] = [];
  const trouble: string[] = [];
  const log = createLog({
    level: 'info',
    pretty: false,
    news: { write: (line) => void news.push(line) },
    trouble: { write: (line) => void trouble.push(line) },
    ...given,
  });
  return { log, news, trouble };
}

const handled: Handled = {
  id: '1300000000000000001',
  kind: 'command',
  command: 'quote',
  place: 'guild',
  guild: '1200000000000000001',
  outcome: 'ok',
  milliseconds: 3.7,
  typed: { text: 'what nobody else need know' },
};

describe('the log', () => {
  it('is one line of JSON each, news here and trouble there', () => {
    const { log, news, trouble } = recording();
    log.info('Ready.', { articles: 1 });
    log.error('A command failed.', { interaction: '13' });
    expect(news).toHaveLength(1);
    expect(JSON.parse(news[0] ?? '')).toEqual({ level: 'info', time: expect.any(String), articles: 1, msg: 'Ready.' });
    expect(trouble.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', interaction: '13' }]);
  });

  it('leaves out what is below its level', () => {
    const { log, news, trouble } = recording({ level: 'error' });
    log.info('Ready.');
    log.warn('Careful.');
    log.error('Broken.');
    expect(news).toEqual([]);
    expect(trouble).toHaveLength(1);
  });

  it('never has a secret in it, however deep it stands', () => {
    const { log, trouble } = recording({ secrets: ['a "secret" of ours'] });
    log.error('Failed with a "secret" of ours', {
      error: new Error('a "secret" of ours').stack,
      deep: { er: ['a "secret" of ours'] },
    });
    expect(trouble.join('')).not.toContain('secret');
  });

  it('is written whole before the process ends, whatever ends it', async () => {
    const script = (end: string) =>
      `import { createLog } from './src/ops/log.ts';
       const log = createLog({ level: 'info', pretty: false });
       for (let line = 0; line < 1000; line += 1) log.info('Line ' + line);
       log.fatal('The last.');
       ${end}`;
    for (const end of ['process.exit(0)', 'throw new Error("broken")', '']) {
      const args = ['--import', 'tsx', '--input-type=module', '-e', script(end)];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect(stdout.trim().split('\n')).toHaveLength(1000);
      expect(stderr).toContain('The last.');
    }
  });

  it('is for people on a terminal', () => {
    const { log, news } = recording({ pretty: true });
    log.info('Ready.', { articles: 1 });
    expect(news.join('')).toMatch(/^\[\d\d:\d\d:\d\d\] .*INFO.*: .*Ready\.[^{]*\n {4}.*articles.*1/);
  });

  it('has one line for an interaction, without what was typed', () => {
    const { log, news } = recording();
    logInteractions(log, { queries: false }).handled(handled);
    expect(news.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        msg: 'Interaction',
        id: '1300000000000000001',
        kind: 'command',
        command: 'quote',
        place: 'guild',
        guild: '1200000000000000001',
        outcome: 'ok',
        milliseconds: 4,
      },
    ]);
  });

  it('tells what was typed when it is asked to', () => {
    const { log, news } = recording();
    logInteractions(log, { queries: true }).handled(handled);
    expect(JSON.parse(news[0] ?? '')).toMatchObject({ typed: { text: 'what nobody else need know' } });
  });

  it('passes over suggestions that came', () => {
    const { log, news } = recording();
    const tally = logInteractions(log, { queries: true });
    tally.handled({ ...handled, kind: 'suggestions' });
    expect(news).toEqual([]);
    tally.handled({ ...handled, kind: 'suggestions', outcome: 'failed' });
    expect(news).toHaveLength(1);
  });
});
