import { Resvg } from '@resvg/resvg-wasm';
import { afterEach, expect, it, vi } from 'vitest';
import { draw } from '../../src/picture/drawing.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('gives back the memory of a picture as soon as it is drawn', async () => {
  const freed: string[] = [];
  const { render, free } = Resvg.prototype;
  vi.spyOn(Resvg.prototype, 'free').mockImplementation(function (this: InstanceType<typeof Resvg>) {
    freed.push('picture');
    free.call(this);
  });
  vi.spyOn(Resvg.prototype, 'render').mockImplementation(function (this: InstanceType<typeof Resvg>) {
    const image = render.call(this);
    const freeImage = image.free.bind(image);
    image.free = () => {
      freed.push('image');
      freeImage();
    };
    return image;
  });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
  await draw(svg);
  await draw(svg);
  expect(freed).toEqual(['image', 'picture', 'image', 'picture']);
});
