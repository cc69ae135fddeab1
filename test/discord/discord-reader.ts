/** A run of text as a reader sees it, bold or not. */
export interface Seen {
  readonly text: string;
  readonly bold: boolean;
}

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
  emphasis: /^[*_]/,
  strike: /^~~/,
  spoiler: /^\|\|/,
  code: /^`/,
};

/**
 * Reads a text as Discord's client would, knowing only escapes and bold; anything else that it would make something of
 * is an error that says what. A model of our own, from Discord's documentation and from how its client behaves.
 */
export function read(markdown: string): Seen[] {
  const seen: { text: string; bold: boolean }[] = [];
  let bold = false;
  const add = (text: string) => {
    const last = seen.at(-1);
    if (last !== undefined && last.bold === bold) last.text += text;
    else seen.push({ text, bold });
  };
  for (let at = 0; at < markdown.length; ) {
    const rest = markdown.slice(at);
    const before = markdown.slice(0, at);
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest)?.[1];
    if (escaped !== undefined) {
      add(escaped);
      at += escaped.length + 1;
    } else if (rest.startsWith('**') && (bold || /^\*\*(?:\\[\s\S]|[^\\*])+\*\*(?!\*)/.test(rest))) {
      bold = !bold;
      at += 2;
    } else {
      const lineStarts = before === '' || /[\n\r\u2028\u2029]$/.test(before);
      const found = Object.entries(lineStarts ? { ...atLineStart, ...anywhere } : anywhere).find(([, rule]) =>
        rule.test(rest),
      );
      if (found) throw new Error(`Discord would see a ${found[0]} at ${JSON.stringify(rest.slice(0, 20))}`);
      add(markdown.charAt(at));
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
