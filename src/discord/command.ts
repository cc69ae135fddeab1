import type { Answer, CardRefusal, Picture } from '../answer.ts';
import type { Archive, Quotation, Suggestion } from '../core/archive.ts';
import { english, type Wording } from '../wording/wording.ts';

/** The kinds of option a command takes, as Discord numbers them. */
export const Option = { String: 3, Integer: 4, Boolean: 5 } as const;

export interface OptionData {
  readonly name: string;
  readonly description: string;
  readonly type: (typeof Option)[keyof typeof Option];
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
}

/** A command's definition, in Discord's own words. */
export interface CommandData {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly OptionData[];
  /** The permission bits Discord asks of members by default; code checks again. */
  readonly default_member_permissions?: string;
}

type ValueOf<O extends OptionData> = O['choices'] extends readonly { readonly value: infer V }[]
  ? V
  : O['type'] extends typeof Option.Integer
    ? number
    : O['type'] extends typeof Option.Boolean
      ? boolean
      : string;

type OptionsOf<D extends CommandData> = D['options'] extends readonly OptionData[] ? D['options'][number] : never;

/** The typed arguments of a definition: required options are there, others may be undefined. */
export type Arguments<D extends CommandData> = {
  readonly [O in OptionsOf<D> as O['name']]: O['required'] extends true ? ValueOf<O> : ValueOf<O> | undefined;
};

/** What a reload did, or why it did not. */
export interface ReloadReport {
  readonly articles: number;
  readonly statements: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
  /** Names of files and folders that stand beside the articles and are none. */
  readonly leftOut: readonly string[];
  readonly milliseconds: number;
}

/** How far a reload is. */
export interface ReloadProgress {
  /** Files dealt with, of so many. */
  readonly files: number;
  readonly of: number;
  readonly statements: number;
  /** A guess, in seconds; null before there is anything to guess from. */
  readonly secondsLeft: number | null;
}

/** How the program is doing. */
export interface Health {
  /** When the articles were last read. */
  readonly readAt: Date;
  /** How long the program has been running, in seconds. */
  readonly uptime: number;
  /** How much memory it takes, in bytes. */
  readonly memory: number;
  /** How long Discord takes to answer, in milliseconds; null where that is not known, or there is no Discord. */
  readonly latency: number | null;
}

/** Everything a command may know and do besides its arguments. */
export interface Context {
  readonly archive: Archive;
  readonly user: {
    readonly id: string;
    readonly moderator: boolean;
    /** The id of the server they ask from, when they manage it. */
    readonly manages?: string | undefined;
  };
  readonly place: 'guild' | 'direct' | 'terminal';
  /** BCP 47, as Discord names it ("en-GB"). */
  readonly locale: string;
  /** The bot's own sentences in the language that goes with the locale. */
  readonly wording: Wording;
  /** The commands there are, for `/help`. */
  readonly commands: readonly Command[];
  /**
   * Reads what changed and swaps the archive; rejects with a `UserError` when reading fails as a whole. `tell` hears how
   * far it is, more often than anybody can be told.
   */
  readonly reload: (tell?: (progress: ReloadProgress) => void) => Promise<ReloadReport>;
  /** Whether the articles are being read just now: a reload that is asked for joins that one. */
  readonly reloading: () => boolean;
  readonly health: () => Health;
  /** What could not be read when the articles were last read, with reasons. */
  readonly problems: () => readonly { readonly file: string; readonly reason: string }[];
  /** Draws an SVG as a PNG, where pictures can be shown; null if no font has all characters of a line of it. */
  readonly draw?: ((svg: string) => Promise<Uint8Array | null>) | undefined;
  /** Draws a quotation as a card with its source in somebody's language, where pictures can be shown, or says why it cannot be drawn. */
  readonly card?: ((quotation: Quotation, wording: Wording) => Promise<Picture | CardRefusal>) | undefined;
}

/** What an answer comes from that is the same for whoever asks: all that a lasting answer is made of. */
export type Sources = Pick<Context, 'archive' | 'wording' | 'card'>;

type Run<A> = (args: A, context: Context) => Promise<Answer> | AsyncGenerator<Answer>;
type Running<A> =
  | { readonly lasting?: false; readonly run: Run<A> }
  | { readonly lasting: true; readonly run: (args: A, sources: Sources) => Promise<Answer> };
type Suggest = (
  typed: string,
  context: Context,
  args: Readonly<Record<string, unknown>>,
) => Promise<readonly Suggestion[]>;

/** Arguments as `run` takes them, whatever the command. */
type AnyArguments = Readonly<Record<string, string | number | boolean | undefined>>;

/** A command as the front ends use it: arguments are checked against `data` before `run` sees them. */
export interface Command {
  readonly data: CommandData;
  /** The options that may be given by position, in order: what the usage shows outside brackets. */
  readonly positions: readonly string[];
  readonly run: Run<AnyArguments>;
  /** The arguments of the question from the other side; undefined when there is none. */
  readonly reverse: (args: AnyArguments) => AnyArguments | undefined;
  readonly suggest: Readonly<Record<string, Suggest>>;
  /** Whether the answer is for the asker alone unless the `private` switch says otherwise. */
  readonly privateByDefault: boolean;
  /** Whether asking again only answers again. If not, no button asks again: a long answer comes in several messages. */
  readonly repeatable: boolean;
  /** Whether the same arguments have the same answer from the same archive in the same language, whoever asks. */
  readonly lasting: boolean;
}

/**
 * Makes a command of its definition; the arguments of `run` are typed by `data`. Where work is long, `run` may be an
 * async generator: each answer replaces the one before. With `lasting`, `run` gets only what is the same for whoever
 * asks, so that its answer may be remembered.
 */
export function defineCommand<const D extends CommandData>(
  definition: {
    readonly data: D;
    readonly positions?: readonly OptionsOf<D>['name'][];
    /** The options that name something. People put names in quotation marks: `run` gets them without. */
    readonly names?: readonly OptionsOf<D>['name'][];
    readonly reverse?: (args: Arguments<D>) => Partial<Arguments<D>> | undefined;
    readonly suggest?: { readonly [N in OptionsOf<D>['name']]?: Suggest };
    readonly privateByDefault?: boolean;
    readonly repeatable?: boolean;
  } & Running<Arguments<D>>,
): Command {
  const names: readonly string[] = definition.names ?? [];
  const bare = <V>(args: Readonly<Record<string, V>>): Readonly<Record<string, V | string>> =>
    Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'string' && names.includes(name) ? withoutMarks(value) : value,
      ]),
    );
  const suggestions = (definition.suggest ?? {}) as Readonly<Record<string, Suggest>>;
  return {
    data: definition.data,
    positions: definition.positions ?? [],
    // The router checks every argument against `data`, which is what the type says.
    run: (args, context) =>
      definition.lasting
        ? definition.run(bare(args) as Arguments<D>, sourcesOf(context))
        : definition.run(bare(args) as Arguments<D>, context),
    reverse: (args) => definition.reverse?.(args as Arguments<D>) as AnyArguments | undefined,
    suggest: Object.fromEntries(
      Object.entries(suggestions).map(([name, suggest]): [string, Suggest] => [
        name,
        (typed, context, others) =>
          suggest(names.includes(name) ? withoutOpeningMark(typed) : typed, context, bare(others)),
      ]),
    ),
    privateByDefault: definition.privateByDefault ?? false,
    repeatable: definition.repeatable ?? true,
    lasting: definition.lasting ?? false,
  };
}

/** Quotation marks as they stand in pairs, in the languages of those who ask. */
const pairs = ['""', '“”', '„“', '„”', '””', '«»', '»«', "''", '‘’', '‚‘', '‹›'] as const;

/** A name as typed, without one pair of quotation marks around the whole of it. */
function withoutMarks(typed: string): string {
  const name = typed.trim();
  const inner = name.slice(1, -1).trim();
  const marked = pairs.some(
    ([opening = '', closing = '']) =>
      name.startsWith(opening) && name.endsWith(closing) && !inner.includes(opening) && inner !== '',
  );
  return marked ? inner : typed;
}

/** A name that is being typed: the mark that will close it may not be there yet. */
function withoutOpeningMark(typed: string): string {
  const name = withoutMarks(typed).trimStart();
  return pairs.some(([opening = '']) => name.startsWith(opening)) ? name.slice(1) : name;
}

function sourcesOf({ archive, wording, card }: Context): Sources {
  return { archive, wording, card };
}

/** What a command in a message's menu gets: the words of the message it was chosen for. */
export interface MessageTarget {
  readonly content: string;
}

/** A command in the menu of a message. Its answer is for the asker alone, and no button asks again. */
export interface MessageCommand {
  readonly data: {
    /** As the menu shows it: capitals and blanks are allowed. */
    readonly name: string;
    readonly default_member_permissions?: string;
  };
  readonly run: Run<MessageTarget>;
}

/** Names a definition's type where it is written, as `defineCommand` does. */
export function defineMessageCommand(definition: MessageCommand): MessageCommand {
  return definition;
}

/** The switch that every command with a public answer has. */
export const privateOption = {
  name: 'private',
  description: english.commands.quote.options.private,
  type: Option.Boolean,
} as const satisfies OptionData;

/** How a command is typed: `/stance actor about [private]`. */
export function usage({ data, positions }: Command): string {
  const named = (data.options ?? []).filter(({ name }) => !positions.includes(name)).map(({ name }) => `[${name}]`);
  return [`/${data.name}`, ...positions, ...named].join(' ');
}
