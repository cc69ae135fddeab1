import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';

describe('the metrics', () => {
  it('count interactions, the connection, the archive and its readings', async () => {
    let now = 0;
    const metrics = createMetrics(() => now);
    const { tally } = metrics;
    const handled = { id: '1', kind: 'command', command: 'quote', place: 'guild', guild: null, typed: {} } as const;
    tally.handled({ ...handled, outcome: 'ok', milliseconds: 20 });
    tally.handled({ ...handled, outcome: 'ok', milliseconds: 30 });
    tally.handled({ ...handled, outcome: 'stale', milliseconds: 0 });
    tally.connected(true);
    tally.reconnecting();
    tally.limited();
    metrics.watchArchive(() => ({ articles: 3, statements: 20, stances: 4 }));
    metrics.reloaded(1.5);
    metrics.reloaded(null);
    now = 60_000;
    const { type, text } = await metrics.read();
    expect(type).toContain('text/plain');
    for (const line of [
      'on_record_interactions_total{kind="command",command="quote",outcome="ok"} 2',
      'on_record_interactions_total{kind="command",command="quote",outcome="stale"} 1',
      'on_record_stale_interactions_total 1',
      'on_record_interaction_seconds_count{kind="command"} 2',
      'on_record_gateway_connected 1',
      'on_record_gateway_reconnects_total 1',
      'on_record_rest_limited_total 1',
      'on_record_archive_articles 3',
      'on_record_archive_statements 20',
      'on_record_archive_age_seconds 60',
      'on_record_reload_seconds 1.5',
      'on_record_reloads_total{outcome="ok"} 1',
      'on_record_reloads_total{outcome="failed"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});
