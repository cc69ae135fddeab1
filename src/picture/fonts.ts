import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The weights that pictures are lettered in. */
export const weights = ['regular', 'bold'] as const;
export type Weight = (typeof weights)[number];

/** The names of the fonts, in the order in which a character is looked for in them. */
export const families = ['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew'] as const;
/** The one that letters are from unless it lacks them. */
export const [family] = families;

const names = { regular: '400Regular', bold: '700Bold' } as const satisfies Record<Weight, string>;

let reading: Promise<Readonly<Record<Weight, readonly Uint8Array[]>>> | undefined;

/** The fonts that come with the project: of each weight, in the order in which a character is looked for. Read once. */
export function readFonts(): Promise<Readonly<Record<Weight, readonly Uint8Array[]>>> {
  const read = (weight: Weight) =>
    Promise.all(
      families.map((each) => {
        const folder = each.toLowerCase().replaceAll(' ', '-');
        const file = `${each.replaceAll(' ', '')}_${names[weight]}.ttf`;
        return readFile(require.resolve(`@expo-google-fonts/${folder}/${names[weight]}/${file}`));
      }),
    );
  reading ??= Promise.all([read('regular'), read('bold')]).then(([regular, bold]) => ({ regular, bold }));
  return reading;
}
