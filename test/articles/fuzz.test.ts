import { describe, expect, it } from 'vitest';
import { runFuzz } from '../../bench/fuzz-run.ts';

describe('malformed files', () => {
  it('are each reported, bring nothing down, and cost no good file', async () => {
    const { files, failures, slowest } = await runFuzz(450, 20_260_105);
    expect(files).toBe(495);
    expect(failures).toEqual([]);
    // About a second on a quiet machine; a hang is another thing.
    expect(slowest.milliseconds).toBeLessThan(10_000);
  }, 120_000);
});
