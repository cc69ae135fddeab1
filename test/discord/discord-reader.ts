/** How a run of text looks. */
export interface Look {
  readonly bold: boolean;
  readonly struck: boolean;
  readonly underlined: boolean;
}

/** A run of text as a reader sees it. */
export interface Seen extends Look {
  readonly text: string;
}

/** What is read as a mark, by the rules of Discord's client: only that of strikes does not heed escapes. */
const marks: readonly (readonly [rule: RegExp, look: Partial<Look>])[] = [
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, { bold: true }],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, { underlined: true }],
  [/^~~([\s\S]+?)~~(?!_)/, { struck: true }],
];

/** What Discord makes something of at the start of a line. */
const atLineStart: Readonly<Record<string, RegExp>> = {
  heading: /^ *#{1,3}\s/,
  subtext: /^ *-#\s/,
  quote: /^ *>(?:>>)?\s/,
  list: /^ *(?:[-*+]|\d+[.)])\s/,
};

/** What Discord makes something of anywhere. */
const anywhere: Readonly<Record<string, RegExp>> = {
  link: /^(?:https?|steam|discord):\/\/[^\s<]/i,
  'link in angle brackets': /^<[^: >]+:\/?[^ >]+>/,
  'masked link': /^\[[^\]]*\]\s*\(/,
  'mention of a user': /^<@!?\d+>/,
  'mention of a role': /^<@&\d+>/,
  'mention of a channel': /^<#\d+>/,
  'mention of a command': /^<\/[^>]+:\d+>/,
  'mention of a place': /^<id:\w+>/,
  'mention of everybody': /^@(?:everyone|here)/,
  time: /^<t:-?\d+(?::\w)?>/,
  emoji: /^<a?:\w+:\d+>/,
  'name of an emoji': /^:[\w+-]+:/,
  emphasis: /^(?:[*_]|~~)/,
  spoiler: /^\|\|/,
  code: /^`/,
};

const plain: Look = { bold: false, struck: false, underlined: false };

/**
 * Reads a text as Discord's client would, knowing only escapes, bold, strikes and underlines, none of them across a
 * line's end; anything else that it would make something of is an error that says what. A model of our own, from
 * Discord's documentation and from how its client behaves.
 */
export function read(markdown: string, look: Look = plain, isLineStart = true): Seen[] {
  const seen: Seen[] = [];
  const add = (run: Seen) => {
    const last = seen.at(-1);
    const same = last?.bold === run.bold && last.struck === run.struck && last.underlined === run.underlined;
    if (last !== undefined && same) seen[seen.length - 1] = { ...last, text: last.text + run.text };
    else seen.push(run);
  };
  for (let at = 0; at < markdown.length; ) {
    const rest = markdown.slice(at);
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest)?.[1];
    const marked = marks.flatMap(([rule, how]) => {
      const [whole, inner = ''] = rule.exec(rest) ?? [];
      return whole === undefined || /[\n\r\u2028\u2029]/.test(inner) ? [] : [{ whole, inner, how }];
    })[0];
    if (escaped !== undefined) {
      add({ ...look, text: escaped });
      at += escaped.length + 1;
    } else if (marked !== undefined) {
      if (Object.keys(marked.how).some((name) => name in look && look[name as keyof Look]))
        throw new Error(`Discord would see a mark in its own kind at ${JSON.stringify(rest.slice(0, 20))}`);
      for (const run of read(marked.inner, { ...look, ...marked.how }, false)) add(run);
      at += marked.whole.length;
    } else {
      const lineStarts = at === 0 ? isLineStart : /[\n\r\u2028\u2029]$/.test(markdown.slice(0, at));
      const found = Object.entries(lineStarts ? { ...atLineStart, ...anywhere } : anywhere).find(([, rule]) =>
        rule.test(rest),
      );
      if (found) throw new Error(`Discord would see a ${found[0]} at ${JSON.stringify(rest.slice(0, 20))}`);
      add({ ...look, text: markdown.charAt(at) });
      at += 1;
    }
  }
  return seen;
}

/** The text that a reader sees, without regard to what is bold. */
export function readText(markdown: string): string {
  return read(markdown)
    .map(({ text }) => text)
    .join('');
}
