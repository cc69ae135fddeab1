import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord.js';
import type { Handled } from '../ops/tally.ts';
import { type Asked, givenIn, idsIn } from './asking.ts';
import { readIds } from './paging.ts';
import type { Ports } from './ports.ts';

/** Which commands are ours: those by what is typed, and those in a message's menu. */
interface Ours extends Pick<Ports, 'messageCommands'> {
  readonly byName: ReadonlyMap<string, unknown>;
}

type About = Pick<Handled, 'kind' | 'command' | 'place' | 'guild' | 'typed'>;

/** What an interaction is about, for the log and the metrics. */
export function aboutOf({ byName, messageCommands }: Ours, interaction: APIInteraction): About {
  const guild = interaction.guild_id ?? null;
  const { kind, command, typed } = interaction.type === InteractionType.Ping ? nothing : readAsked(interaction);
  const isOurs = byName.has(command) || messageCommands.some(({ data }) => data.name === command);
  return { kind, command: isOurs ? command : '', place: guild === null ? 'direct' : 'guild', guild, typed };
}

const nothing = { kind: 'other', command: '', typed: {} } as const;

function readAsked(interaction: Asked): Pick<About, 'kind' | 'command' | 'typed'> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      const isTyped = data.type === ApplicationCommandType.ChatInput;
      return {
        kind: isTyped ? 'command' : 'menu',
        command: data.name,
        typed: isTyped ? named(givenIn(data.options)) : {},
      };
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return { kind: 'suggestions', command: interaction.data.name, typed: named(interaction.data.options) };
    case InteractionType.MessageComponent: {
      const query = readIds(idsIn(interaction.message.components ?? []));
      return { kind: 'button', command: query?.command ?? '', typed: query?.args ?? {} };
    }
    case InteractionType.ModalSubmit:
      return { ...nothing, kind: 'form' };
    default:
      return nothing;
  }
}

function named(options: readonly { readonly name: string; readonly value?: unknown }[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, value } of options) values[name] = value;
  return values;
}
