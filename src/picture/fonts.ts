import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The weights that pictures are lettered in. */
export const weights = ['regular', 'bold'] as const;
export type Weight = (typeof weights)[number];

/** The name under which the first of the fonts is known. The others stand in where it lacks a character. */
export const family = 'Noto Sans';

const families = ['NotoSans', 'NotoSansArabic', 'NotoSansHebrew'] as const;
const packages = { NotoSans: 'noto-sans', NotoSansArabic: 'noto-sans-arabic', NotoSansHebrew: 'noto-sans-hebrew' };
const names = { regular: '400Regular', bold: '700Bold' } as const satisfies Record<Weight, string>;

let reading: Promise<Readonly<Record<Weight, readonly Uint8Array[]>>> | undefined;

/** The fonts that come with the project: of each weight, in the order in which a character is looked for. Read once. */
export function readFonts(): Promise<Readonly<Record<Weight, readonly Uint8Array[]>>> {
  const read = (weight: Weight) =>
    Promise.all(
      families.map((each) =>
        readFile(require.resolve(`@expo-google-fonts/${packages[each]}/${names[weight]}/${each}_${names[weight]}.ttf`)),
      ),
    );
  reading ??= Promise.all([read('regular'), read('bold')]).then(([regular, bold]) => ({ regular, bold }));
  return reading;
}
