/** How an interaction ended, for the log and the metrics. */
export type Outcome =
  /** Answered. */
  | 'ok'
  /** Answered that there is nothing on record. */
  | 'nothing'
  /** Told what to do differently. */
  | 'refused'
  /** A fault of ours, told as a reference. */
  | 'failed'
  /** There was an answer, and Discord would not take it or could not be reached. */
  | 'unsent'
  /** Too old to be answered when it reached us. */
  | 'stale'
  /** Delivered a second time. */
  | 'repeated'
  /** Of a kind that this version does not know. */
  | 'unknown';

/** An interaction that is done with. */
export interface Handled {
  readonly id: string;
  readonly kind: 'command' | 'menu' | 'button' | 'suggestions' | 'form' | 'other';
  /** The command's name; empty where it is not one of ours, so that nobody's words become a label. */
  readonly command: string;
  readonly place: 'guild' | 'direct';
  /** The server, when it happened in one. */
  readonly guild: string | null;
  readonly outcome: Outcome;
  readonly milliseconds: number;
  /** What the user typed: for a log that was asked to keep it, and for nothing else. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Is told what happens, to count it and to write it down. None of its methods throws. */
export interface Tally {
  handled(interaction: Handled): void;
  /** Whether the gateway is connected, with all shards of this process, each time that changes. */
  connected(isConnected: boolean): void;
  /** A connection to the gateway was lost and is made anew. */
  reconnecting(): void;
  /** Discord answered a request with 429. */
  limited(): void;
}

/** Tells several, in this order. */
export function tellAll(tallies: readonly Tally[]): Tally {
  return {
    handled: (interaction) => tallies.forEach((tally) => void tally.handled(interaction)),
    connected: (isConnected) => tallies.forEach((tally) => void tally.connected(isConnected)),
    reconnecting: () => tallies.forEach((tally) => void tally.reconnecting()),
    limited: () => tallies.forEach((tally) => void tally.limited()),
  };
}
