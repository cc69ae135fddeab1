import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageApplicationCommandInteractionData,
  type APIMessageComponentInteraction,
  type APIMessageTopLevelComponent,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type Answer, UserError } from '../answer.ts';
import type { Quotation } from '../core/archive.ts';
import { onBehalfOf, untilFault } from '../ops/faults.ts';
import type { Outcome } from '../ops/tally.ts';
import { type Wording, wordingFor } from '../wording/wording.ts';
import { aboutOf } from './about.ts';
import { checkArguments, type Given, type Value } from './arguments.ts';
import { createLateness, createMemory } from './arrival.ts';
import { type Asked, askerOf, contextOf, givenIn, idsIn, isGuest, queryOf, wordsIn } from './asking.ts';
import { renderCitation } from './citation.ts';
import { type Command, type Context, privateOption } from './command.ts';
import { renderContext } from './context.ts';
import { answersOf, deliver, lastOf, patience } from './delivery.ts';
import {
  type Action,
  isCurrent,
  otherSide,
  pageOf,
  partAction,
  quotationAction,
  quotationIn,
  readAction,
  readIds,
  shareAction,
} from './paging.ts';
import { within } from './patience.ts';
import type { Ports } from './ports.ts';
import { linkOf } from './quotation-text.ts';
import { createRecentReplies } from './recent-replies.ts';
import { type PageRequest, render, renderCard, renderSentence } from './rendering.ts';
import { type Content, isRefusal, Reply, type Responder, Unheard, writeResponse } from './reply.ts';
import { choicesOf } from './suggestions.ts';
import { renderWhole } from './whole.ts';

/** Suggestions that come later than this are no use to somebody who types. */
const suggestionPatience = 2_000;
/** How much longer an answer is waited for in whose wake something failed that nobody caught. */
const grace = 3_000;
/** How many messages an answer may take that no button may ask for again. */
const messages = 5;

const stale = ({ message }: Wording) => message.stale;

/** Sees to the answer of an interaction, by way of a responder. Never rejects: what goes wrong is answered or logged. */
export type Route = (interaction: APIInteraction, responder: Responder) => Promise<void>;

/** What answering needs beside the ports. */
interface Routing extends Ports {
  readonly recent: ReturnType<typeof createRecentReplies>;
  readonly byName: ReadonlyMap<string, Command>;
}

/** The one place through which every interaction goes. */
export function createRouter(ports: Ports): Route {
  const byName = new Map(ports.commands.map((command) => [command.data.name, command]));
  const routing: Routing = { ...ports, recent: createRecentReplies(), byName };
  const isKnown = createMemory();
  const isLate = createLateness();
  return async (interaction, responder) => {
    const began = performance.now();
    const { id } = interaction;
    let outcome: Outcome;
    try {
      outcome = isKnown(id) ? 'repeated' : isLate(id) ? 'stale' : await answerTo(routing, interaction, responder);
    } catch (error) {
      // What is left is Discord refusing an answer, or out of reach: there is nobody to tell but the log.
      ports.log.error('An answer could not be sent.', { interaction: id, error: wordError(error) });
      outcome = 'unsent';
    }
    // Written out: objects that are spread are slow to make, and this is made for every interaction.
    const { kind, command, place, guild, typed } = aboutOf(routing, interaction);
    const milliseconds = performance.now() - began;
    ports.tally?.handled({ kind, command, place, guild, id, outcome, milliseconds, typed });
  };
}

async function answerTo(ports: Routing, interaction: APIInteraction, responder: Responder): Promise<Outcome> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return answerCommand(ports, interaction, responder);
    case InteractionType.ApplicationCommandAutocomplete:
      return suggest(ports, interaction, responder);
    case InteractionType.MessageComponent:
      return answerClick(ports, interaction, responder);
    case InteractionType.ModalSubmit: {
      const wording = wordingFor(interaction.locale);
      await new Reply(responder, { isPrivate: true, updates: false }).refuse(renderSentence(stale(wording), wording));
      return 'refused';
    }
    default:
      return 'unknown';
  }
}

async function answerCommand(
  ports: Routing,
  interaction: APIApplicationCommandInteraction,
  responder: Responder,
): Promise<Outcome> {
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) return answerMenu(ports, interaction, data, responder);
  const command = ports.byName.get(data.name);
  const given = data.type === ApplicationCommandType.ChatInput ? givenIn(data.options) : [];
  const wanted = given.find(({ name }) => name === privateOption.name)?.value;
  const isPrivate = typeof wanted === 'boolean' ? wanted : (command?.privateByDefault ?? true) || isGuest(interaction);
  const reply = new Reply(responder, { isPrivate, updates: false });
  return answering(ports, interaction, reply, async () => {
    if (command === undefined) throw new UserError(({ message }) => message.noCommand(data.name));
    const context = contextOf(ports, interaction);
    coolDown(ports, context);
    const args = checkArguments(command.data, given);
    if (command.repeatable) return showPage(ports, interaction, { command, args, context, isPrivate }, reply);
    return following(interaction, async () => {
      const last = await deliver(answersOf(command.run(args, context)), reply, context.wording, (answer) =>
        reply.show(render(answer, context.wording)),
      );
      if (last.status === 'ok') await addPages(reply, last, context.wording);
      return outcomeOf(last);
    });
  });
}

/** A page of a command's answer, and what stands on it. */
interface Wanted {
  readonly command: Command;
  readonly args: Readonly<Record<string, Value>>;
  readonly context: Context;
  readonly isPrivate: boolean;
  /** Which page an answer was turned to; none while it is new. */
  readonly page?: number;
  readonly notice?: string;
}

/** Shows a page whose buttons ask again. What lasts and was shown of late is sent again as it is. */
async function showPage({ recent }: Routing, asked: Asked, wanted: Wanted, reply: Reply): Promise<Outcome> {
  const { command, args, context, isPrivate, page, notice } = wanted;
  const { archive, wording } = context;
  const replies = command.lasting ? recent(archive) : undefined;
  // All that the response is made of, beside the archive.
  const { manner } = reply;
  const question = JSON.stringify([command.data.name, args, wording.locale, page, notice, isPrivate, manner]);
  const known = replies?.find(question);
  if (known !== undefined) {
    await reply.repeat(known);
    return 'ok';
  }
  return following(asked, async () => {
    const request: PageRequest = {
      ...mannerOf(command, args, context, isPrivate),
      ...(page === undefined ? {} : { page }),
      ...(notice === undefined ? {} : { notice }),
    };
    const running = answersOf(command.run(args, context));
    // Of a page that is turned only the end is wanted.
    const answers = page === undefined ? running : lastOf(running);
    let shown: APIInteractionResponse | undefined;
    const last = await deliver(answers, reply, wording, async (answer) => {
      shown = await reply.show(render(answer, wording, request));
    });
    if (shown !== undefined && last.status === 'ok') replies?.keep(question, writeResponse(shown));
    return outcomeOf(last);
  });
}

/** Answers a command of a message's menu: to the asker alone, as it is about what somebody else wrote. */
async function answerMenu(
  ports: Ports,
  interaction: APIApplicationCommandInteraction,
  { name, target_id: target, resolved }: APIMessageApplicationCommandInteractionData,
  responder: Responder,
): Promise<Outcome> {
  const reply = new Reply(responder, { isPrivate: true, updates: false });
  return answering(ports, interaction, reply, async () => {
    const command = ports.messageCommands.find(({ data }) => data.name === name);
    const message = resolved.messages[target];
    if (command === undefined || message === undefined) {
      throw new UserError((wording) => wording.message.noMenuCommand(name));
    }
    const context = contextOf(ports, interaction);
    coolDown(ports, context);
    return following(interaction, async () => {
      const running = command.run({ content: wordsIn(message) }, context);
      const last = await deliver(answersOf(running), reply, context.wording, (answer) =>
        reply.show(render(answer, context.wording, { shareable: true })),
      );
      // The message's words fit no button, so none could ask again.
      if (last.status === 'ok') await addPages(reply, last, context.wording, { shareable: true });
      return outcomeOf(last);
    });
  });
}

/** Counts the question, and throws what to tell whoever has asked too much at once. */
function coolDown({ cooldown }: Ports, { user }: Context): void {
  const wait = user.moderator ? 0 : (cooldown?.(user.id) ?? 0);
  if (wait === 0) return;
  throw new UserError(({ message }) => message.cooldown(wait));
}

/** How an answer is drawn whose buttons ask again. */
function mannerOf(
  command: Command,
  args: Readonly<Record<string, Value>>,
  context: Context,
  isPrivate: boolean,
): PageRequest {
  return {
    query: queryOf(command, args, context),
    reversible: command.reverse(args) !== undefined,
    // What is private by its nature is nobody else's business.
    shareable: isPrivate && !command.privateByDefault,
  };
}

/** Sends the pages after the first as messages of their own, where no button may ask again. */
async function addPages(reply: Reply, answer: Answer, wording: Wording, manner: PageRequest = {}): Promise<void> {
  const { count } = render(answer, wording);
  const end = Math.min(count, messages);
  for (let page = 1; page < end; page += 1) {
    const isCut = page === end - 1 && end < count;
    const notice = isCut ? { notice: wording.message.leftOut(end, count) } : {};
    await reply.add(render(answer, wording, { ...manner, page, ...notice }));
  }
}

/** Answers a click: what a button does stands in its id. */
async function answerClick(
  ports: Routing,
  interaction: APIMessageComponentInteraction,
  responder: Responder,
): Promise<Outcome> {
  const action = readAction(interaction.data.custom_id);
  const quoted = action === undefined ? undefined : quotationIn(action);
  if (quoted !== undefined) return showQuotation(ports, interaction, quoted, responder);
  if (action?.name === shareAction(0).name) return share(ports, interaction, action, responder);
  return askAgain(ports, interaction, action, responder);
}

/** Shows what was asked of a quotation, to whoever asks alone unless they post it. The button says all there is to know. */
async function showQuotation(
  ports: Ports,
  interaction: APIMessageComponentInteraction,
  { wants, key, part }: NonNullable<ReturnType<typeof quotationIn>>,
  responder: Responder,
): Promise<Outcome> {
  // Its parts take each other's place; everything else is a message of its own.
  const updates = readAction(interaction.data.custom_id)?.name === partAction(key, 0).name;
  const posts = wants === 'post';
  const reply = new Reply(responder, { isPrivate: !posts, updates });
  const find = async (): Promise<Outcome> => {
    if (posts && !isEphemeral(interaction)) throw new UserError(stale);
    const finding = ports.archive().context(key);
    if ((await within(patience, finding)) === undefined) await reply.wait();
    const context = await finding;
    if (context === null) throw new UserError(({ message }) => message.gone);
    const { quotation } = context;
    const wording = wordingFor(interaction.locale);
    if (wants === 'card' || wants === 'post') {
      const drawing = cardOf(ports, quotation, wording, !posts);
      if ((await within(patience, drawing)) === undefined) await reply.wait();
      await reply.show(await drawing);
      return 'ok';
    }
    const shown = {
      context: () => renderContext(context, wording),
      cite: () => renderCitation(quotation, wording, ports.card !== undefined),
      whole: () => renderWhole(quotation, part, wording),
    };
    await reply.show({ components: shown[wants]() });
    return 'ok';
  };
  return answering(ports, interaction, reply, () => following(interaction, find));
}

/** The card of a quotation as a message; throws what to tell where there can be none. */
async function cardOf({ card }: Ports, quotation: Quotation, wording: Wording, shareable: boolean): Promise<Content> {
  if (card === undefined) throw new UserError(stale);
  const picture = await card(quotation, wording);
  if (typeof picture === 'string') throw new UserError((said) => said.card.refusals[picture]);
  const action = shareable ? quotationAction('post', quotation.key) : undefined;
  const row = action === undefined ? [] : [{ action, label: wording.message.share, disabled: false }];
  return renderCard(picture, linkOf(quotation.link ?? quotation.article.url, wording.message.read), row);
}

/** Posts a private answer anew for all to see: asked again where the message holds the question, else as it stands. */
async function share(
  ports: Routing,
  interaction: APIMessageComponentInteraction,
  action: Action,
  responder: Responder,
): Promise<Outcome> {
  const components = interaction.message.components ?? [];
  if (readIds(idsIn(components)) !== undefined) {
    return askAgain(ports, interaction, action, responder);
  }
  const reply = new Reply(responder, { isPrivate: false, updates: false });
  return answering(ports, interaction, reply, async () => {
    const shown = withoutShare(components);
    if (!isEphemeral(interaction) || shown.length === 0) throw new UserError(stale);
    await reply.show({ components: shown });
    return 'ok';
  });
}

function isEphemeral({ message }: APIMessageComponentInteraction): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** A message's components as they stand, but for the button that posts them anew. */
function withoutShare(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  return components.flatMap((component): APIMessageTopLevelComponent[] => {
    // Of a picture Discord tells more than it takes.
    if (component.type === ComponentType.MediaGallery) {
      const items = component.items.map(({ media: { url }, description }) => {
        return { media: { url }, ...(description ? { description } : {}) };
      });
      return [{ type: ComponentType.MediaGallery, items }];
    }
    if (component.type !== ComponentType.ActionRow) return [component];
    const kept = component.components.filter(
      (each) => !('custom_id' in each) || readAction(each.custom_id)?.name !== shareAction(0).name,
    );
    return kept.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: kept }];
  });
}

/** Turns the page, or the question round: in place for the asker, in a private copy for anybody else; or shares it. */
async function askAgain(
  ports: Routing,
  interaction: APIMessageComponentInteraction,
  action: Action | undefined,
  responder: Responder,
): Promise<Outcome> {
  const { message, data } = interaction;
  const shares = action?.name === shareAction(0).name;
  const isOwn = isEphemeral(interaction) || message.interaction_metadata?.user.id === askerOf(interaction);
  const reply = new Reply(responder, { isPrivate: !shares, updates: isOwn && !shares });
  const isPrivate = !shares && (isEphemeral(interaction) || !isOwn);
  return answering(ports, interaction, reply, async () => {
    // Only its owner sees a private message; one that all see need not be posted anew.
    if (shares && !isEphemeral(interaction)) throw new UserError(stale);
    const page = action === undefined ? undefined : pageOf(action);
    const ids = idsIn(message.components ?? []);
    const asked = ids.includes(data.custom_id) ? readIds(ids) : undefined;
    const command = asked === undefined ? undefined : ports.byName.get(asked.command);
    // What is not repeatable has no buttons; one that says so all the same must not make it happen again.
    if (page === undefined || asked === undefined || !command?.repeatable) throw new UserError(stale);
    const before = checkArguments(command.data, namedIn(asked.args));
    const wanted = action?.name === otherSide.name ? command.reverse(before) : before;
    if (wanted === undefined) throw new UserError(stale);
    const args = checkArguments(command.data, namedIn(wanted));
    const context = contextOf(ports, interaction);
    const notice = isCurrent(asked, context.archive.version) ? {} : { notice: context.wording.message.changed };
    return showPage(ports, interaction, { command, args, context, isPrivate, page, ...notice }, reply);
  });
}

function namedIn(args: Readonly<Record<string, unknown>>): Given[] {
  return Object.entries(args).map(([name, value]) => ({ name, value }));
}

/** Offers values for the option that is being typed. Never an error: no suggestions rather. */
async function suggest(
  ports: Routing,
  interaction: APIApplicationCommandAutocompleteInteraction,
  responder: Responder,
): Promise<Outcome> {
  const find = async () => {
    const typed = interaction.data.options.find((option) => 'focused' in option && option.focused);
    if (typed === undefined || !('value' in typed)) return [];
    const source = ports.byName.get(interaction.data.name)?.suggest[typed.name];
    if (source === undefined) return [];
    const context = contextOf(ports, interaction);
    const others = interaction.data.options.flatMap((option) =>
      option !== typed && 'value' in option ? [[option.name, option.value]] : [],
    );
    return choicesOf(await source(String(typed.value), context, Object.fromEntries(others)), context.wording);
  };
  const finding = onBehalfOf(interaction.id, find);
  const choices = await within(suggestionPatience, finding).catch((error: unknown) => {
    ports.log.error('Suggestions failed.', { interaction: interaction.id, error: wordError(error) });
    return undefined;
  });
  await responder.respond({
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices ?? [] },
  });
  if (choices === undefined) return 'failed';
  return choices.length > 0 ? 'ok' : 'nothing';
}

/** Does what answers, and words whatever it throws for the asker alone. */
async function answering(ports: Ports, asked: Asked, reply: Reply, answer: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await answer();
  } catch (error) {
    // Discord no longer waits for the answer, or cannot be reached, so it will not take an apology either.
    if (isRefusal(error, RESTJSONErrorCodes.UnknownInteraction) || error instanceof Unheard) throw error;
    const wording = wordingFor(asked.locale);
    if (error instanceof UserError) {
      await reply.refuse(renderSentence(error.sentence(wording), wording));
      return 'refused';
    }
    ports.log.error('A command failed.', { interaction: asked.id, error: wordError(error) });
    await reply.refuse(renderSentence(wording.message.fault(asked.id), wording));
    return 'failed';
  }
}

/** Does work whose failures, met or not, are told to be of an interaction. */
function following(asked: Asked, work: () => Promise<Outcome>): Promise<Outcome> {
  return onBehalfOf(asked.id, () => unlessLost(work()));
}

/** The answer, or an error when it still has not come some time after something failed that it may have waited for. */
async function unlessLost(answer: Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    void untilFault().then(() => {
      timer = setTimeout(() => reject(new Error('The answer never came after a promise of it had failed')), grace);
    });
  });
  try {
    return await Promise.race([answer, lost]);
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf({ status }: Answer): Outcome {
  return status === 'error' ? 'refused' : status;
}

/** An error for the log: with its stack, as it is a fault of ours or Discord's. */
function wordError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
