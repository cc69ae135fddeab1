import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type Draw = (svg: string) => Promise<Uint8Array>;
let drawing: Promise<Draw> | null = null;

/** Draws an SVG as a PNG with the project's own font, in this process and without a network. Throws on a broken SVG. */
export async function draw(svg: string): Promise<Uint8Array> {
  // Loaded at the first picture: most processes never draw one.
  drawing ??= load();
  return (await drawing)(svg);
}

async function load(): Promise<Draw> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const font = (weight: string) =>
    readFile(require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`));
  const [wasm, ...fontBuffers] = await Promise.all([
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    font('400Regular'),
    font('700Bold'),
  ]);
  await initWasm(wasm);
  return async (svg) => {
    const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Noto Sans', loadSystemFonts: false } });
    try {
      return picture.render().asPng();
    } finally {
      picture.free();
    }
  };
}
