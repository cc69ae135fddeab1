import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Tally } from './tally.ts';

/** What the metrics tell of an archive, asked when they are read. */
export interface ArchiveFigures {
  readonly articles: number;
  readonly statements: number;
  readonly stances: number;
}

export interface Metrics {
  readonly tally: Tally;
  /** Tells of the archive from now on; `size` is asked whenever the metrics are read. */
  watchArchive(size: () => ArchiveFigures): void;
  /** Counts what a reading of the articles took, or that it failed. */
  reloaded(seconds: number | null): void;
  /** Everything in the text format that Prometheus reads, with its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Seconds: an answer from memory takes milliseconds, and after three seconds Discord no longer waits. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 15];

/** Metrics in a registry of their own, those of the process (memory, event-loop delay, file handles) among them. */
export function createMetrics(now: () => number = () => performance.now()): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const interactions = new Counter({
    name: 'on_record_interactions_total',
    help: 'Interactions by kind, command and outcome.',
    labelNames: ['kind', 'command', 'outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'on_record_interaction_seconds',
    help: 'Seconds from an interaction’s arrival to the end of its answer.',
    labelNames: ['kind'],
    buckets,
    registers,
  });
  const stale = new Counter({
    name: 'on_record_stale_interactions_total',
    help: 'Interactions dropped because they were too old to be answered when they arrived.',
    registers,
  });
  const connected = new Gauge({
    name: 'on_record_gateway_connected',
    help: '1 while the gateway is connected.',
    registers,
  });
  const reconnects = new Counter({
    name: 'on_record_gateway_reconnects_total',
    help: 'Times the connection to the gateway was lost and made anew.',
    registers,
  });
  const limits = new Counter({
    name: 'on_record_rest_limited_total',
    help: 'Requests that Discord answered with 429.',
    registers,
  });
  const reloadSeconds = new Gauge({
    name: 'on_record_reload_seconds',
    help: 'Seconds the last reading of the articles took.',
    registers,
  });
  const reloads = new Counter({
    name: 'on_record_reloads_total',
    help: 'Readings of the articles by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  let readAt = now();

  return {
    tally: {
      handled: ({ kind, command, outcome, milliseconds }) => {
        interactions.inc({ kind, command, outcome });
        if (outcome === 'stale') stale.inc();
        else latency.observe({ kind }, milliseconds / 1_000);
      },
      connected: (isConnected) => connected.set(isConnected ? 1 : 0),
      reconnecting: () => reconnects.inc(),
      limited: () => limits.inc(),
    },
    watchArchive: (size) => {
      for (const figure of ['articles', 'statements', 'stances'] as const) {
        new Gauge({
          name: `on_record_archive_${figure}`,
          help: `How many ${figure} the archive holds.`,
          registers,
          collect() {
            this.set(size()[figure]);
          },
        });
      }
      new Gauge({
        name: 'on_record_archive_age_seconds',
        help: 'Seconds since the articles were last read.',
        registers,
        collect() {
          this.set((now() - readAt) / 1_000);
        },
      });
    },
    reloaded: (seconds) => {
      reloads.inc({ outcome: seconds === null ? 'failed' : 'ok' });
      if (seconds === null) return;
      readAt = now();
      reloadSeconds.set(seconds);
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
