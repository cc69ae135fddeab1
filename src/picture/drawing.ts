import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { family, readFonts } from './fonts.ts';

const require = createRequire(import.meta.url);

type Draw = (svg: string) => Promise<Uint8Array>;
let drawing: Promise<Draw> | null = null;

/** Draws an SVG as a PNG with the project's own fonts, in this process and without a network. Throws on a broken SVG. */
export async function draw(svg: string): Promise<Uint8Array> {
  // Loaded at the first picture: most processes never draw one.
  drawing ??= load();
  return (await drawing)(svg);
}

async function load(): Promise<Draw> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const [wasm, fonts] = await Promise.all([readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')), readFonts()]);
  const fontBuffers = [...fonts.regular, ...fonts.bold];
  await initWasm(wasm);
  return async (svg) => {
    const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: family, loadSystemFonts: false } });
    // Both live in memory that JavaScript does not see, and never gives back by itself while the thread has nothing to do.
    try {
      const image = picture.render();
      try {
        return image.asPng();
      } finally {
        image.free();
      }
    } finally {
      picture.free();
    }
  };
}
