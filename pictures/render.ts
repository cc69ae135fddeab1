import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { html } from 'ghtml';
import { commands } from '../commands/index.ts';
import { openApp } from '../src/app.ts';
import { captionOf } from '../src/discord/citation.ts';
import type { Ports } from '../src/discord/ports.ts';
import { readFonts } from '../src/picture/fonts.ts';
import { Studio } from '../src/picture/studio.ts';
import { startBot } from '../test/discord/bot.ts';
import { componentsHtml, type Shown } from './message-html.ts';
import { type Scene, scenes } from './scenes.ts';

/** Draws real answers as they look in Discord, dark and light, into `docs/pictures`. */
const out = 'docs/pictures';
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';

interface Page {
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  goto(address: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  locator(selector: string): { screenshot(): Promise<Buffer> };
}
interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  readonly chromium: {
    launchPersistentContext(profile: string, options: Readonly<Record<string, unknown>>): Promise<Context>;
  };
}
interface Encoder {
  decode(png: Buffer): { readonly width: number; readonly height: number };
  toRGBA8(image: ReturnType<Encoder['decode']>): readonly ArrayBuffer[];
  encode(frames: readonly ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
}
interface Bundler {
  build(
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

// What draws is installed only for this, so that its types cannot be relied on.
async function load<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join('pictures/node_modules', path)).href)) as Module;
}

/** The answer to a scene, made by the real command for the real client, as components and files. */
async function answer({ articles, command, options }: Scene, studio: Studio) {
  const app = await openApp([articles]);
  const card: Ports['card'] = (quotation, wording) => studio.card(captionOf(quotation, wording));
  const { fake, stop } = await startBot(commands, { ...app, card, draw: (svg) => studio.draw(svg) });
  try {
    const { message, attachments } = await fake.command({ name: command, options });
    const files = new Map(attachments.map(({ url, data }) => [String(url), data]));
    // What Discord sends back is plain JSON.
    const components: readonly Shown[] = JSON.parse(JSON.stringify(message.components));
    return componentsHtml(components, files);
  } finally {
    await stop();
    await app.close();
  }
}

const face = (inside: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inside}</svg>`)}`;
const reader = face('<rect width="40" height="40" fill="#7a8794"/>');
const avatar = face(
  '<rect width="40" height="40" fill="#5b6ee1"/><path fill="#fff" d="M10 26c0-7 3-11 8-13v4c-2 1-3 2-3 4h3v6h-8zm13 0c0-7 3-11 8-13v4c-2 1-3 2-3 4h3v6h-8z"/>',
);

function pageOf({ command, articles }: Scene, drawn: string, theme: Theme, parts: Parts): string {
  const light = theme === 'light';
  const caption =
    articles === 'seeds'
      ? 'Rendered from the bot’s own answer; not a screenshot of Discord.'
      : 'Rendered from the bot’s own answer; not a screenshot of Discord. The articles, people and places are made up.';
  return html`<!doctype html>
    <meta charset="utf-8" />
    <style>
      !${parts.fonts} !${parts.css}
    </style>
    <script>
      !${parts.script}
    </script>
    <div id="picture" class="${theme}">
      <discord-messages no-background ${light ? 'light-theme' : ''}>
        <discord-message author="On Record" avatar="${avatar}" bot timestamp="12:00">
          <discord-command slot="reply" author="Reader" avatar="${reader}" command="/${command}"></discord-command>
          <div class="message">!${drawn}</div>
        </discord-message>
      </discord-messages>
      <div class="caption">${caption}</div>
    </div>`;
}

type Theme = 'dark' | 'light';
interface Parts {
  readonly fonts: string;
  readonly css: string;
  readonly script: string;
}

async function partsOf(): Promise<Parts> {
  const { build } = await load<Bundler>('esbuild/lib/main.js');
  const bundle = await build({
    stdin: { contents: "import '@skyra/discord-components-core';", resolveDir: 'pictures' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
  });
  const { regular, bold } = await readFonts();
  const fontFace = (bytes: Uint8Array | undefined, weight: number) =>
    `@font-face { font-family: "Noto Sans"; font-weight: ${weight}; src: url(data:font/ttf;base64,${Buffer.from(bytes ?? []).toString('base64')}); }`;
  return {
    fonts: `${fontFace(regular[0], 400)} ${fontFace(bold[0], 700)}`,
    css: await readFile('pictures/message.css', 'utf8'),
    // In a page, a script ends at the first such mark.
    script: (bundle.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script'),
  };
}

const { default: encoder } = await load<{ readonly default: Encoder }>('upng-js/UPNG.js');

/** The picture in as many colours as its letters need. */
function shrink(png: Buffer): Uint8Array {
  const image = encoder.decode(png);
  return new Uint8Array(encoder.encode(encoder.toRGBA8(image), image.width, image.height, 64));
}

const { chromium } = await load<Playwright>('playwright-core/index.mjs');
const parts = await partsOf();
const folder = await mkdtemp(join(tmpdir(), 'on-record-pictures-'));
const studio = new Studio();
await mkdir(out, { recursive: true });
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: browser,
  headless: true,
  deviceScaleFactor: 1.5,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await context.newPage();
  for (const scene of scenes) {
    const drawn = await answer(scene, studio);
    for (const theme of ['dark', 'light'] as const) {
      const file = join(folder, `${scene.name}.html`);
      await writeFile(file, pageOf(scene, drawn, theme, parts));
      await page.setViewportSize({ width: 680, height: 900 });
      await page.goto(pathToFileURL(file).href);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      const png = shrink(await page.locator('#picture').screenshot());
      await writeFile(join(out, `${scene.name}-${theme}.png`), png);
      process.stdout.write(`${out}/${scene.name}-${theme}.png ${Math.ceil(png.length / 1_000)} kB\n`);
    }
  }
} finally {
  await context.close();
  await studio.close();
  await rm(folder, { recursive: true });
}
