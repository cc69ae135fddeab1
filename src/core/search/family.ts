import { familyOf } from './word.ts';

/** Stems by what related ones share. */
export interface Families {
  /** The stems that are longer than their family ("opposit" of "oppos"), in order of the alphabet. */
  derived(family: string): readonly string[];
}

/** Families to which stems can be added. */
export class GrowingFamilies implements Families {
  readonly #derived = new Map<string, string[]>();

  /** Adds a stem that was not added before; one that is no longer than its family is not kept. */
  add(stem: string): void {
    const family = familyOf(stem);
    if (family === stem) return;
    const list = this.#derived.get(family);
    if (list === undefined) this.#derived.set(family, [stem]);
    else list.push(stem);
  }

  derived(family: string): readonly string[] {
    return [...(this.#derived.get(family) ?? [])].sort();
  }
}
