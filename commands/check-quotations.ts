import { type Answer, refuse } from '../src/answer.ts';
import { defineMessageCommand } from '../src/discord/command.ts';
import { presentVerdict } from './verify.ts';

/** More quotations than this in one message are not checked: no reader posts them, and the answer must come in time. */
const mostClaims = 10;

export default defineMessageCommand({
  data: { name: 'Check quotations' },
  run: async ({ content }, { archive, wording }): Promise<Answer> => {
    const { check } = wording;
    // Loaded only where it is needed: with it comes the language model.
    const { claimsIn } = await import('../src/core/quotation/claims.ts');
    const claims = claimsIn(content);
    if (claims.length === 0) return refuse(check.nothing);
    const verdicts = [];
    for (const { text, speaker } of claims.slice(0, mostClaims)) {
      verdicts.push(presentVerdict(await archive.verify(text, speaker ?? undefined), text, wording));
    }
    const left = claims.length - verdicts.length;
    return {
      show: 'verdicts',
      status: 'ok',
      heading: check.heading(verdicts.length),
      verdicts,
      ...(left > 0 ? { note: check.left(left, mostClaims) } : {}),
    };
  },
});
