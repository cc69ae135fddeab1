import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { deliver } from '../../src/discord/delivery.ts';
import { render } from '../../src/discord/rendering.ts';
import { Reply, type Responder } from '../../src/discord/reply.ts';
import { english } from '../../src/wording/wording.ts';

const page = (heading: string): Answer => ({ show: 'page', status: 'ok', heading, sections: [] });

/** A responder that keeps the words of what was sent, the newest last. */
function recorder() {
  const sent: string[] = [];
  const keep = async (message: unknown) => {
    sent.push(JSON.stringify(message));
  };
  const responder: Responder = { respond: keep, edit: keep, follow: keep, remove: async () => {} };
  return { sent, reply: new Reply(responder, { isPrivate: true, updates: false }) };
}

/** Work that ends a while after the time in which anything can be shown. */
async function* slow(ended: string[]): AsyncGenerator<Answer> {
  yield page('Begun');
  await new Promise((resolve) => setTimeout(resolve, 120));
  yield page('Further');
  ended.push('done');
  yield page('Done');
}

it('tells where to look when there is no more time to show anything, and sees the work through', async () => {
  const { sent, reply } = recorder();
  const ended: string[] = [];
  const last = await deliver(slow(ended), reply, english, (answer) => reply.show(render(answer, english)), 40);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('/status tells when the articles were last read');
  expect(ended).toEqual(['done']);
  expect(last).toEqual(page('Done'));
});

it('says nothing of the kind while there is time', async () => {
  const { sent, reply } = recorder();
  await deliver(slow([]), reply, english, (answer) => reply.show(render(answer, english)));
  expect(sent.at(-1)).toContain('Done');
  expect(sent.join('')).not.toContain('/status');
});
