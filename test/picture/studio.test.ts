import { afterAll, describe, expect, it } from 'vitest';
import { Studio } from '../../src/picture/studio.ts';
import { drawTimeline } from '../../src/picture/timeline.ts';
import { position } from '../discord/archive.ts';

const studio = new Studio();
afterAll(() => studio.close());

const timeline = (heading: string) => drawTimeline(heading, [{ position: position(), changed: false }]);

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
