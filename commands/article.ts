import type { Answer } from '../src/answer.ts';
import type { ArticleResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { isolate } from '../src/wording/direction.ts';
import { english, type Wording } from '../src/wording/wording.ts';

const { article: words } = english.commands;

export default defineCommand({
  data: {
    name: 'article',
    description: words.description,
    options: [
      {
        name: 'article',
        description: words.options.article,
        type: Option.String,
        required: true,
        max_length: 200,
        autocomplete: true,
      },
      privateOption,
    ],
  },
  positions: ['article'],
  names: ['article'],
  lasting: true,
  run: async ({ article }, { archive, wording }) => present(await archive.article(article), article, wording),
  suggest: { article: (typed, { archive }) => archive.suggestArticles(typed) },
});

function present(
  { article, opening, speakers, statements, copies, nearest }: ArticleResult,
  typed: string,
  { article: words, common }: Wording,
): Answer {
  if (article === null) {
    return {
      show: 'page',
      status: 'nothing',
      heading: typed,
      sections: [],
      message: words.nothing(typed),
      ...(nearest.length > 0 ? { nearest } : {}),
    };
  }
  const { id, title, outlet, date, url, author, collection } = article;
  const origin = [
    isolate(outlet ?? words.noOutlet),
    date ?? words.noDate,
    ...(author === null ? [] : [common.by(author)]),
    ...(collection === null ? [] : [common.of(collection)]),
  ];
  return {
    show: 'page',
    status: 'ok',
    heading: title,
    sections: [
      { lines: [origin.join(' · '), ...(url === null ? [] : [url]), words.id(id)] },
      { title: words.begins, lines: [opening] },
      {
        title: words.speakers(statements),
        lines:
          speakers.length === 0
            ? [words.nobody]
            : speakers.map(({ name, statements: count }) => words.speaker(name, count)),
      },
      ...(copies.length === 0
        ? []
        : [
            {
              title: words.copies,
              lines: copies.map((copy) => [copy.outlet ?? words.noOutlet, copy.title].map(isolate).join(' · ')),
            },
          ]),
    ],
  };
}
