import type { PageAnswer } from '../src/answer.ts';
import type { Suggestion } from '../src/core/archive.ts';
import { type Command, type Context, defineCommand, Option, privateOption, usage } from '../src/discord/command.ts';
import { describeCommand, describeOption } from '../src/wording/descriptions.ts';
import { english, type Wording } from '../src/wording/wording.ts';

const { help: words } = english.commands;

export default defineCommand({
  data: {
    name: 'help',
    description: words.description,
    options: [
      { name: 'command', description: words.options.command, type: Option.String, max_length: 32, autocomplete: true },
      privateOption,
    ],
  },
  positions: ['command'],
  names: ['command'],
  run: async ({ command }, context) => {
    const { archive, commands, wording } = context;
    const name = command?.replace(/^\//, '').toLowerCase();
    const one = commands.find(({ data }) => data.name === name);
    if (command !== undefined && one === undefined) {
      return {
        show: 'page',
        status: 'nothing',
        heading: wording.help.missing,
        sections: [],
        message: wording.help.nothing(command),
        nearest: commands.map(({ data }) => `/${data.name}`),
      };
    }
    return one === undefined ? overview(context, await examples(archive)) : describe(one, wording);
  },
  suggest: {
    command: async (typed, { commands }) =>
      commands
        .map(({ data }) => ({ name: `/${data.name}`, value: data.name }))
        .filter(({ value }) => value.startsWith(typed.replace(/^\//, '').toLowerCase())),
  },
});

function overview({ archive, commands, wording }: Context, tries: readonly string[]): PageAnswer {
  const { help } = wording;
  return {
    show: 'page',
    status: 'ok',
    heading: help.heading,
    sections: [
      { lines: [help.size(archive.size.articles), help.silence] },
      ...(tries.length > 0 ? [{ title: help.tries, lines: tries }] : []),
      {
        title: help.commands,
        lines: commands.map((command) => `${usage(command)} — ${describeCommand(command.data, wording)}`),
      },
    ],
  };
}

/** Things to try that have an answer in the archive as it is. The question is English, as the articles are. */
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
    ...(speaker !== undefined ? [`/ask question:"What did ${speaker.name} say?"`] : []),
  ];
}

/** The name in double quotes where it has several words. */
function quoteName({ name }: Suggestion): string {
  return /\s/.test(name) ? `"${name}"` : name;
}

function describe(command: Command, wording: Wording): PageAnswer {
  const { data } = command;
  const { help } = wording;
  const options = data.options ?? [];
  return {
    show: 'page',
    status: 'ok',
    heading: `/${data.name}`,
    sections: [
      { lines: [`${describeCommand(data, wording)}.`, help.usage(usage(command))] },
      ...(options.length > 0
        ? [
            {
              title: help.options,
              lines: options.map((option) =>
                help.option(option.name, describeOption(data.name, option, wording), option.required === true),
              ),
            },
          ]
        : []),
    ],
  };
}
