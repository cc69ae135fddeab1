import { createHash } from 'node:crypto';
import { html } from 'ghtml';
import type { ArticlePage, ContextParagraph, Quotation } from '../core/archive.ts';
import { certain, probable } from '../core/quotation/statement.ts';
import { english } from '../wording/wording.ts';
import { anchorOf } from './article-links.ts';
import { markStatements, type Run } from './marking.ts';

// In these templates `${…}` is escaped and `!${…}` is not: the latter takes only what another template made.

const style = `
:root { color-scheme: light dark; --back: #fdfdfb; --ink: #1b1b1a; --soft: #5c5c58; --mark: #fff0b8; --edge: #7d6000; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --back: #161615; --ink: #ecebe6; --soft: #a9a8a1; --mark: #4a3d10; --edge: #e0b93a; --link: #8ec1ff; }
}
body { margin: 0; background: var(--back); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h1, p { white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--edge); outline-offset: 2px; }
.about, .who, .key { color: var(--soft); font: .9rem/1.45 system-ui, sans-serif; }
.key { border-top: 1px solid; padding-top: 1rem; margin-top: 2rem; }
mark { background: var(--mark); color: var(--ink); unicode-bidi: isolate; }
[data-number]::before { content: attr(data-number); color: var(--edge); font: bold .7rem/1 system-ui, sans-serif; vertical-align: super; margin-right: .2em; }
.anchor { scroll-margin-top: 3rem; }
.anchor:target + mark, .anchor:target + .anchor + mark, .who li:target { outline: 2px solid var(--edge); }
.paragraph { margin: 1.2rem 0; }
.paragraph p { margin: 0; }
.who { margin: .4rem 0 0; padding: 0 0 0 1rem; list-style: none; border-left: 3px solid var(--edge); overflow-wrap: anywhere; }
@media (min-width: 50rem) {
  .paragraph { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); column-gap: 2rem; }
  .who { margin-top: .2rem; }
}
`;

const { quotation: words } = english;

/** What the page may do: show itself in its own style. No script, no picture, no frame, no form. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An article as printed, every statement marked and its speaker beside it, as a page that needs nothing else. */
export function renderArticle({ article, paragraphs, statements }: ArticlePage): string {
  const marked = markStatements(paragraphs, statements);
  const blocks = paragraphs.map((paragraph, index) => ({ paragraph, runs: marked[index] ?? [] }));
  const headline = blocks.filter(({ paragraph }) => paragraph.paragraph === 0);
  const body = blocks.filter(({ paragraph }) => paragraph.paragraph !== 0);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${article.title}</title>
<style>!${style}</style>
</head>
<body>
<main>
<article>
!${headline.length > 0 ? headline.map((block) => renderBlock('h1', block)) : html`<h1>${article.title}</h1>`}
!${renderAbout(article)}
!${body.map((block) => renderBlock('p', block))}
</article>
<p class="key"><mark>Marked</mark> is what the article attributes to somebody; beside it, to whom, as far as the article makes that clear.</p>
</main>
</body>
</html>
`;
}

function renderAbout({ outlet, date, author, url }: ArticlePage['article']): string {
  const about = [outlet ?? '', author === null ? '' : `by ${author}`, date ?? ''].filter((part) => part !== '');
  const link =
    url !== null && isWebAddress(url) ? [html`<a href="${url}" rel="noopener noreferrer">At its source</a>`] : [];
  const parts = [...about.map((part) => html`${part}`), ...link];
  return parts.length === 0 ? '' : html`<p class="about">!${parts.join(' · ')}</p>`;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

interface Block {
  readonly paragraph: ContextParagraph;
  readonly runs: readonly Run[];
}

function renderBlock(tag: 'h1' | 'p', { paragraph, runs }: Block): string {
  const begun = [...new Set(runs.flatMap((run) => run.begun))];
  // One alone is told from nobody.
  const numbers = new Map(begun.length < 2 ? [] : begun.map((statement, index) => [statement, index + 1]));
  const speakers = begun.map((statement) => renderSpeaker(statement, numbers));
  return html`<div class="paragraph" id="p-${paragraph.paragraph}">
<${tag} class="printed" dir="auto">!${runs.map((run) => renderRun(run, numbers))}</${tag}>
!${speakers.length === 0 ? '' : html`<ul class="who">!${speakers}</ul>`}
</div>
`;
}

/** The numbers by which the statements that begin in a paragraph are told apart. */
type Numbers = ReadonlyMap<Quotation, number>;

/** A number stands in an attribute and is shown by the style: what is marked stays what is printed, copied too. */
function numberOf(statements: readonly Quotation[], numbers: Numbers): string {
  const own = statements.flatMap((statement) => numbers.get(statement) ?? []);
  return own.length === 0 ? '' : html` data-number="${own.join(' ')}"`;
}

function renderRun({ text, statements, begun }: Run, numbers: Numbers): string {
  const anchors = begun.map(
    (statement) => html`<span class="anchor" id="${anchorOf({ ...statement }).slice(1)}"></span>`,
  );
  if (statements.length === 0) return printed(text);
  const notes = statements.map(({ key }) => `by-${key}`).join(' ');
  return html`!${anchors}<mark aria-describedby="${notes}"!${numberOf(begun, numbers)}>!${printed(text)}</mark>`;
}

/** Text as printed: a carriage return would be read as a line feed if it stood in the page as it is. */
function printed(text: string): string {
  return html`${text}`.replaceAll('\r', '&#13;');
}

function renderSpeaker(statement: Quotation, numbers: Numbers): string {
  const { key, kind, speaker } = statement;
  const { reserve, name, more } = wordSpeaker(speaker);
  return html`<li id="by-${key}"!${numberOf([statement], numbers)}>${reserve}<a href="${anchorOf({ ...statement })}">${name}</a>${more} · ${words.manners[kind]}</li>`;
}

function wordSpeaker(speaker: Quotation['speaker']): Record<'reserve' | 'name' | 'more', string> {
  if (speaker === null || speaker.confidence < probable) {
    return { reserve: '', name: english.capitalise(words.unclear), more: '' };
  }
  const role = speaker.role === undefined || speaker.role === speaker.name ? '' : `, ${speaker.role}`;
  const resolved = speaker.resolved === undefined ? '' : ` (${words.resolution(speaker.resolved)})`;
  return {
    reserve: speaker.confidence < certain ? `${words.probably} ` : '',
    name: speaker.name,
    more: `${role}${resolved}`,
  };
}
