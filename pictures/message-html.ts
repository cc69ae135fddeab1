import { html } from 'ghtml';
import MarkdownIt from 'markdown-it';

/** A component as Discord sends it back; which fields there are depends on the type. */
export interface Shown {
  readonly type: number;
  readonly content?: string;
  readonly accent_color?: number;
  readonly components?: readonly Shown[];
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
  readonly file?: { readonly url: string };
  readonly label?: string;
  readonly url?: string;
  readonly disabled?: boolean;
}

const kind = { row: 1, button: 2, text: 10, gallery: 12, file: 13, container: 17 } as const;

/** The files of a message, by address. */
export type Files = ReadonlyMap<string, Buffer>;

/** Components of a message as HTML, as Discord's client draws them: what the renderer of messages lacks. */
export function componentsHtml(components: readonly Shown[], files: Files): string {
  return components.map((each) => componentHtml(each, files)).join('');
}

function componentHtml(component: Shown, files: Files): string {
  const { type, content = '', components = [], items = [], file, accent_color: colour, label = '', url } = component;
  const inner = () => componentsHtml(components, files);
  switch (type) {
    case kind.text:
      return `<div class="text">${textHtml(content)}</div>`;
    case kind.container: {
      const accent = colour === undefined ? '' : `#${colour.toString(16).padStart(6, '0')}`;
      return `<div class="container" style="--accent: ${accent || 'transparent'}">${inner()}</div>`;
    }
    case kind.row:
      return `<div class="row">${inner()}</div>`;
    case kind.button:
      return html`<span class="button${component.disabled === true ? ' disabled' : ''}"
        >${label}!${url === undefined ? '' : leave}</span
      >`;
    case kind.gallery:
      return items
        .map(({ media, description = '' }) => {
          const data = files.get(media.url)?.toString('base64') ?? '';
          return html`<img class="picture" alt="${description}" src="data:image/png;base64,${data}" />`;
        })
        .join('');
    case kind.file:
      return html`<div class="file">${file?.url.split('/').at(-1) ?? ''}</div>`;
    default:
      throw new Error(`There is no drawing of a component of type ${type}`);
  }
}

/** The arrow on a button that leads out of Discord. */
const leave =
  ' <svg viewBox="0 0 24 24" width="16" height="16"><path fill="none" stroke="currentColor" stroke-width="2" d="M14 4h6v6M20 4 10 14M18 14v6H4V6h6"/></svg>';

const inlines = new MarkdownIt({ html: false, breaks: true });
// Discord underlines what stands between two low lines.
for (const rule of ['strong_open', 'strong_close'] as const) {
  const tag = rule === 'strong_open' ? '' : '/';
  inlines.renderer.rules[rule] = (tokens, index) => `<${tag}${tokens[index]?.markup === '__' ? 'u' : 'strong'}>`;
}

/** What stands at the beginning of a line, and what Discord makes of the line. */
const blocks: readonly (readonly [start: RegExp, tag: string])[] = [
  [/^# /, 'h1'],
  [/^## /, 'h2'],
  [/^### /, 'h3'],
  [/^-# /, 'small'],
  [/^[-*] /, 'li'],
];

/** Discord's Markdown as HTML, as far as the bot writes it. */
function textHtml(content: string): string {
  const drawn: string[] = [];
  for (const part of content.split(/(^```\n[\s\S]*?\n```$)/m)) {
    const code = /^```\n([\s\S]*)\n```$/.exec(part)?.[1];
    if (code !== undefined) drawn.push(html`<pre>${code}</pre>`);
    else drawn.push(linesHtml(part.split('\n')));
  }
  return drawn.join('');
}

function linesHtml(lines: readonly string[]): string {
  const drawn: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('> ')) {
      const quoted: string[] = [];
      for (; lines[at]?.startsWith('> '); at += 1) quoted.push(lines[at]?.slice(2) ?? '');
      at -= 1;
      drawn.push(`<blockquote>${linesHtml(quoted)}</blockquote>`);
      continue;
    }
    const [start, tag] = blocks.find(([begins]) => begins.test(line)) ?? [/^/, 'p'];
    if (line !== '') drawn.push(`<${tag}>${inlines.renderInline(line.replace(start, ''))}</${tag}>`);
  }
  return drawn.join('');
}
