import type { Answer } from '../src/answer.ts';
import type { ArticleResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { withoutMarks } from './options.ts';

export default defineCommand({
  data: {
    name: 'article',
    description: 'An article: where it is from, how it begins, who speaks in it',
    options: [
      {
        name: 'article',
        description: 'Its title, or its id',
        type: Option.String,
        required: true,
        max_length: 200,
        autocomplete: true,
      },
      privateOption,
    ],
  },
  positions: ['article'],
  run: async ({ article: typed }, { archive }) => {
    const article = withoutMarks(typed);
    return present(await archive.article(article), article);
  },
  suggest: { article: (typed, { archive }) => archive.suggestArticles(typed) },
});

function present({ article, opening, speakers, statements, nearest }: ArticleResult, typed: string): Answer {
  if (article === null) {
    return {
      show: 'page',
      status: 'nothing',
      heading: typed,
      sections: [],
      message: `No article on record has the id or title “${typed}”.`,
      ...(nearest.length > 0 ? { nearest } : {}),
    };
  }
  const { id, title, outlet, date, url, author, collection } = article;
  const origin = [
    outlet ?? 'outlet not known',
    date ?? 'date not known',
    ...(author === null ? [] : [`by ${author}`]),
    ...(collection === null ? [] : [`in ${collection}`]),
  ];
  return {
    show: 'page',
    status: 'ok',
    heading: title,
    sections: [
      { lines: [origin.join(' · '), ...(url === null ? [] : [url]), `id ${id}`] },
      { title: 'It begins', lines: [opening] },
      {
        title: `Who speaks (${statements} ${statements === 1 ? 'statement' : 'statements'})`,
        lines:
          speakers.length === 0
            ? ['Nobody in particular']
            : speakers.map(({ name, statements: count }) => `${name}: ${count}`),
      },
    ],
  };
}
