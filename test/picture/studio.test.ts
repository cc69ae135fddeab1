import { afterAll, describe, expect, it } from 'vitest';
import { Studio } from '../../src/picture/studio.ts';
import { drawTimeline } from '../../src/picture/timeline.ts';
import { english } from '../../src/wording/wording.ts';
import { position } from '../discord/archive.ts';

const studio = new Studio();
afterAll(() => studio.close());

const timeline = (heading: string) => drawTimeline(heading, [{ position: position(), changed: false }], english);

describe('the thread that draws', () => {
  it('draws a timeline', async () => {
    const png = await studio.draw(timeline('Mara Okell on the harbour'));
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('draws none whose letters nobody could read', async () => {
    expect(await studio.draw(timeline('港について'))).toBeNull();
    expect(await studio.draw(timeline('לא and لا'))).toBeNull();
  });

  it('draws names that read from right to left, each line in a font of its own', async () => {
    const events = [{ position: position({ towards: { text: 'بيع الميناء', start: 0, end: 11 } }), changed: false }];
    const svg = drawTimeline(english.timeline.heading('מארה אוקל', 'the harbour'), events, english);
    expect(await studio.draw(svg)).not.toBeNull();
  });

  it('draws several things asked for at once', async () => {
    const caption = { words: 'The harbour stays open.', speaker: 'Mara Okell', source: 'Coast Daily' };
    const [card, refused, png] = await Promise.all([
      studio.card(caption),
      studio.card({ ...caption, words: '港' }),
      studio.draw(timeline('Mara Okell')),
    ]);
    expect(card).toMatchObject({ name: 'quotation.png' });
    expect(refused).toBe('characters');
    expect(png?.length).toBeGreaterThan(1_000);
  });
});
