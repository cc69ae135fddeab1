import type { Archive } from '../core/archive.ts';

/** How many of what the archive prints most are asked about, one after the other. */
const subjectsAsked = 8;

/**
 * Asks an archive questions of every kind about what it prints most, and drops the answers. Code that has run a few times
 * is compiled and answers about ten times as fast as at first: whoever asks first need not be the one who waits for that.
 * `pause` is awaited before each question, so that those of readers come between. Questions that fail are left out.
 */
export async function rehearse(archive: Archive, pause: () => Promise<void>): Promise<void> {
  const ask = async <T>(question: () => Promise<T>): Promise<T | null> => {
    await pause();
    return question().catch(() => null);
  };
  const list = async (question: () => ReturnType<Archive['suggestSpeakers']>) =>
    ((await ask(question)) ?? []).map(({ value }) => value);

  const subjects = await list(() => archive.suggestSubjects(''));
  const speakers = await list(() => archive.suggestSpeakers(''));
  const holders = await list(() => archive.suggestActors(''));
  const titles = await list(() => archive.suggestArticles(''));
  await ask(() => archive.sources());
  await ask(() => archive.suggestOutlets(''));
  await ask(() => archive.suggestCollections(''));
  const inTurn = (names: readonly string[], at: number) => names[at % Math.max(1, names.length)] ?? '';
  for (const [at, subject] of subjects.slice(0, subjectsAsked).entries()) {
    const speaker = inTurn(speakers, at);
    const holder = inTurn(holders, at);
    const title = inTurn(titles, at);
    const start = subject.slice(0, 2);
    await ask(() => archive.suggestSubjects(start));
    await ask(() => archive.suggestSpeakers(speaker.slice(0, 2)));
    await ask(() => archive.suggestActors(holder.slice(0, 2)));
    await ask(() => archive.suggestAbout(start, holder));
    await ask(() => archive.suggestArticles(title.slice(0, 3)));
    await ask(() => archive.article(title));
    await ask(() => archive.page(title));
    await ask(() => archive.stance({ actor: holder }));
    await ask(() => archive.stance({ actor: holder, about: subject }));
    await ask(() => archive.quote({ speaker, text: subject }));
    await ask(() => archive.quote({ text: `"${subject}"` }));
    const found = await ask(() => archive.quote({ text: subject }));
    await ask(() => archive.ask({ question: `What did ${speaker} say about ${subject}?` }));
    await ask(() => archive.ask({ question: subject }));
    const [quotation] = found?.quotations ?? [];
    if (quotation === undefined) continue;
    await ask(() => archive.verify(quotation.text, undefined));
    await ask(() => archive.context(quotation.key));
  }
}
