import type {
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessage,
  APIMessageComponent,
  APIMessageComponentInteraction,
} from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/core/archive.ts';
import { idsIn } from '../../src/discord/asking.ts';
import { type Command, defineCommand, Option, privateOption } from '../../src/discord/command.ts';
import { createRecentReplies } from '../../src/discord/recent-replies.ts';
import type { OutgoingMessage, Responder } from '../../src/discord/reply.ts';
import { createRouter } from '../../src/discord/router.ts';
import { english } from '../../src/wording/wording.ts';
import { archive, quotation } from './archive.ts';
import { options, startBot } from './bot.ts';

/** The archive before and after a reload: whoever is asked for said other words in each. */
const archives: readonly Archive[] = ['before', 'after'].map((when) =>
  archive({
    version: `${when}-${'0'.repeat(20)}`,
    quote: async ({ text = '' }) => {
      const quotations = Array.from({ length: 8 }, (_, at) =>
        quotation({ text: `${text} ${when} ${at}`, key: `k-${at}` }),
      );
      return { quotations, total: 8 };
    },
  }),
);

function commandThat(count: () => void): Command {
  return defineCommand({
    data: {
      name: 'quote',
      description: 'Finds',
      options: [{ name: 'text', description: 'What', type: Option.String, max_length: 3_000 }, privateOption],
    },
    lasting: true,
    run: async ({ text }, { archive: asked, wording }) => {
      count();
      const heading = wording.quote.heading({ text });
      return { show: 'quotations', status: 'ok', heading, ...(await asked.quote({ text })) };
    },
    reverse: ({ text }) => ({ text: [...(text ?? '')].toReversed().join('') }),
  });
}

interface Asker {
  readonly user: string;
  readonly locale: string;
  readonly isGuest: boolean;
}

/** A bot without its Discord: interactions go in, what Discord would be told comes out. */
function createBot(command: Command) {
  let now = archives[0] as Archive;
  let id = 1_300_000_000_000_000_000n;
  const route = createRouter({ ...options({ token: '', api: '' } as never, [command]), archive: () => now });
  const told = async (interaction: object): Promise<unknown[]> => {
    const said: unknown[] = [];
    const keep = async (message: unknown) => {
      said.push(JSON.parse(Buffer.isBuffer(message) ? message.toString() : JSON.stringify(message)));
    };
    const responder: Responder = {
      respond: keep,
      edit: keep,
      follow: keep,
      remove: async () => void said.push('gone'),
    };
    id += 1n << 22n;
    await route({ id: String(id), token: 'token', ...interaction } as APIInteraction, responder);
    return said;
  };
  const whence = ({ user, locale, isGuest }: Asker) => ({
    user: { id: user },
    locale,
    context: 2,
    authorizing_integration_owners: { [isGuest ? 1 : 0]: '5' },
  });
  return {
    swap: () => {
      now = archives.find((each) => each !== now) as Archive;
    },
    ask: (asker: Asker, args: Readonly<Record<string, string | boolean>>) => {
      const given = Object.entries(args).map(([name, value]) => ({ name, value, type: 3 }));
      const data = { type: 1, name: 'quote', options: given } as unknown as APIApplicationCommandInteraction['data'];
      return told({ type: 2, data, ...whence(asker) });
    },
    click: (asker: Asker, { components, flags }: OutgoingMessage, which: number, owner: string) => {
      const ids = idsIn(components as readonly APIMessageComponent[]);
      const turning = ids.filter((each) => /^(?:back|next|other|share)/.test(each));
      const message = { components, flags, interaction_metadata: { user: { id: owner } } } as unknown as APIMessage;
      const data = { custom_id: turning[which % turning.length] ?? '', component_type: 2 };
      return told({ type: 3, message, data: data as APIMessageComponentInteraction['data'], ...whence(asker) });
    },
  };
}

function messagesIn(said: readonly unknown[]): OutgoingMessage[] {
  return said.flatMap((each) =>
    typeof each === 'object' && each !== null && 'data' in each ? [each.data as OutgoingMessage] : [],
  );
}

const asker = fc.record({
  user: fc.constantFrom('71', '72'),
  locale: fc.constantFrom('en-GB', 'de', 'es-MX', 'es-ES', 'fr'),
  isGuest: fc.boolean(),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('ask'), asker, fc.constantFrom('ferry', 'quay'), fc.nat(2)) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('click'), asker, fc.constantFrom('71', '72'), fc.nat(1_000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('swap'), asker, fc.constant(''), fc.constant(0)) },
);

describe('a lasting answer', () => {
  it('that is sent again is the one that would be made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        let [runs, runsAnew] = [0, 0];
        const lasting = createBot(commandThat(() => (runs += 1)));
        const anew = createBot({ ...commandThat(() => (runsAnew += 1)), lasting: false });
        const messages: OutgoingMessage[] = [];
        for (const [what, who, word, number] of steps) {
          let said: unknown[][] = [];
          if (what === 'swap') for (const bot of [lasting, anew]) bot.swap();
          else if (what === 'ask') {
            const args = { text: word, ...(number === 2 ? {} : { private: number === 1 }) };
            said = [await lasting.ask(who, args), await anew.ask(who, args)];
          } else {
            const shown = messages[number % messages.length];
            if (shown === undefined) continue;
            said = [await lasting.click(who, shown, number, word), await anew.click(who, shown, number, word)];
          }
          expect(said[0]).toEqual(said[1]);
          messages.push(...messagesIn(said[0] ?? []));
        }
        expect(runs).toBeLessThanOrEqual(runsAnew);
      }),
      { numRuns: 60 },
    );
  });

  it('is made once for everybody who asks the same in the same language', async () => {
    let runs = 0;
    const bot = createBot(commandThat(() => (runs += 1)));
    const somebody = { user: '71', locale: 'en-US', isGuest: false };
    const first = await bot.ask(somebody, { text: 'ferry' });
    expect(await bot.ask({ ...somebody, user: '72', locale: 'en-GB' }, { text: 'ferry' })).toEqual(first);
    expect(runs).toBe(1);
    await bot.ask({ ...somebody, locale: 'de' }, { text: 'ferry' });
    await bot.ask(somebody, { text: 'ferry', private: true });
    expect(runs).toBe(3);
    bot.swap();
    expect(JSON.stringify(await bot.ask(somebody, { text: 'ferry' }))).toContain('ferry after 0');
    expect(runs).toBe(4);
  });

  it('gets to Discord again as the first time, though the connection is lost', async () => {
    let runs = 0;
    const { fake, stop } = await startBot([commandThat(() => (runs += 1))], { archive: () => archives[0] as Archive });
    const ask = () => fake.command({ name: 'quote', options: { text: 'ferry' } });
    const first = await ask();
    fake.fail({ path: '/callback', reset: true });
    const again = await ask();
    expect(again.text).toBe(first.text);
    expect(again.buttons.map(({ label }) => label)).toEqual(first.buttons.map(({ label }) => label));
    expect(fake.refusals).toEqual([]);
    expect(runs).toBe(1);
    await stop();
  });

  it('says that the articles have changed to whom they have', async () => {
    const bot = createBot(commandThat(() => undefined));
    const somebody = { user: '71', locale: 'en-US', isGuest: false };
    const [old] = messagesIn(await bot.ask(somebody, { text: 'ferry' }));
    bot.swap();
    const [current] = messagesIn(await bot.ask(somebody, { text: 'ferry' }));
    const turned = async (message: OutgoingMessage | undefined) =>
      message === undefined ? '' : JSON.stringify(await bot.click(somebody, message, 2, '71'));
    for (const _ of [1, 2]) {
      expect(await turned(current)).not.toContain(english.message.changed);
      expect(await turned(old)).toContain(english.message.changed);
    }
  });

  it('is made of the archive, the wording and cards alone', async () => {
    let seen: readonly string[] = [];
    const command = defineCommand({
      data: { name: 'look', description: 'Looks' },
      lasting: true,
      run: async (_, sources) => {
        seen = Object.keys(sources);
        return { show: 'page', status: 'ok', heading: 'Looked', sections: [] };
      },
    });
    const bot = createBot({ ...command, data: { ...command.data, name: 'quote' } });
    await bot.ask({ user: '71', locale: 'en-US', isGuest: false }, {});
    expect(seen.toSorted()).toEqual(['archive', 'card', 'wording']);
  });
});

describe('recent replies', () => {
  const [one, other] = archives as [Archive, Archive];

  it('are of one archive each', () => {
    const recent = createRecentReplies();
    recent(one).keep('ferry', Buffer.from('1'));
    expect(recent(one).find('ferry')?.toString()).toBe('1');
    expect(recent(other).find('ferry')).toBeUndefined();
  });

  it('that were not asked for longest are forgotten, and none is endless', () => {
    const replies = createRecentReplies(2)(one);
    for (const name of ['a', 'b']) replies.keep(name, Buffer.from(name));
    replies.find('a');
    replies.keep('c', Buffer.from('c'));
    expect(['a', 'b', 'c'].filter((name) => replies.find(name) !== undefined)).toEqual(['a', 'c']);
    replies.keep('d', Buffer.alloc(1_000_000));
    replies.keep('d'.repeat(10_000), Buffer.from('d'));
    expect(['a', 'c'].filter((name) => replies.find(name) !== undefined)).toEqual(['a', 'c']);
  });
});
