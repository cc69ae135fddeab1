import type { PageAnswer } from '../src/answer.ts';
import type { Suggestion } from '../src/core/archive.ts';
import { type Command, defineCommand, Option, privateOption } from '../src/discord/command.ts';

export default defineCommand({
  data: {
    name: 'help',
    description: 'What the bot can do, with things to try',
    options: [
      { name: 'command', description: 'One command', type: Option.String, max_length: 32, autocomplete: true },
      privateOption,
    ],
  },
  positions: ['command'],
  run: async ({ command }, { archive, commands }) => {
    const one = commands.find(({ data }) => data.name === command?.replace(/^\//, '').toLowerCase());
    if (command !== undefined && one === undefined) {
      return {
        show: 'page',
        status: 'nothing',
        heading: 'Help',
        sections: [],
        message: `There is no command “${command}”.`,
        nearest: commands.map(({ data }) => `/${data.name}`),
      };
    }
    return one === undefined ? overview(commands, archive.size.articles, await examples(archive)) : describe(one);
  },
  suggest: {
    command: async (typed, { commands }) =>
      commands
        .map(({ data }) => ({ name: `/${data.name}`, value: data.name }))
        .filter(({ value }) => value.startsWith(typed.replace(/^\//, '').toLowerCase())),
  },
});

/** How a command is typed: `/stance actor about [private]`. */
export function usage({ data, positions }: Command): string {
  const named = (data.options ?? []).filter(({ name }) => !positions.includes(name)).map(({ name }) => `[${name}]`);
  return [`/${data.name}`, ...positions, ...named].join(' ');
}

function overview(commands: readonly Command[], articles: number, tries: readonly string[]): PageAnswer {
  return {
    show: 'page',
    status: 'ok',
    heading: 'On Record: who said what about whom',
    sections: [
      {
        lines: [
          `I answer from ${articles === 1 ? 'one article' : `${articles} articles`}, in the words as printed, with speaker and source.`,
          'What nobody is on record as saying, I say so.',
        ],
      },
      ...(tries.length > 0 ? [{ title: 'Try', lines: tries }] : []),
      { title: 'Commands', lines: commands.map((command) => `${usage(command)} — ${command.data.description}`) },
    ],
  };
}

/** Things to try that have an answer in the archive as it is. */
async function examples(archive: {
  suggestActors(typed: string): Promise<readonly Suggestion[]>;
  suggestAbout(typed: string, actor: string | undefined): Promise<readonly Suggestion[]>;
  suggestSubjects(typed: string): Promise<readonly Suggestion[]>;
  suggestSpeakers(typed: string): Promise<readonly Suggestion[]>;
}): Promise<string[]> {
  const [actor] = await archive.suggestActors('');
  const [about] = actor === undefined ? [] : await archive.suggestAbout('', actor.value);
  const [subject] = await archive.suggestSubjects('');
  const [speaker] = await archive.suggestSpeakers('');
  return [
    ...(actor !== undefined && about !== undefined
      ? [`/stance actor:${quoteName(actor)} about:${quoteName(about)}`]
      : []),
    ...(subject !== undefined ? [`/quote text:${quoteName(subject)}`] : []),
    ...(speaker !== undefined ? [`/ask question:"What did ${bareName(speaker)} say?"`] : []),
  ];
}

function bareName({ name }: Suggestion): string {
  return name.split(' · ')[0] ?? name;
}

/** The name without its count, in double quotes where it has several words. */
function quoteName(suggestion: Suggestion): string {
  const bare = bareName(suggestion);
  return /\s/.test(bare) ? `"${bare}"` : bare;
}

function describe(command: Command): PageAnswer {
  const options = command.data.options ?? [];
  return {
    show: 'page',
    status: 'ok',
    heading: `/${command.data.name}`,
    sections: [
      { lines: [`${command.data.description}.`, `Usage: ${usage(command)}`] },
      ...(options.length > 0
        ? [
            {
              title: 'Options',
              lines: options.map(
                ({ name, description, required }) => `${name}${required ? '' : ' (optional)'}: ${description}`,
              ),
            },
          ]
        : []),
    ],
  };
}
