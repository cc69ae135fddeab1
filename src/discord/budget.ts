import type { APIMessageComponent } from 'discord.js';

/** What Discord takes in one message of components: nested ones count, and so does every character of text. */
export const budget = {
  components: 40,
  text: 4_000,
  customId: 100,
  label: 80,
  url: 512,
  row: 5,
  /** Of a picture: its alt text, and its bytes. */
  alt: 1_024,
  file: 10 * 1_024 * 1_024,
} as const;

/** What a message costs of the budget. */
export interface Weight {
  readonly components: number;
  readonly text: number;
}

/** Weighs a message as Discord does: every component, nested ones too, and all text shown. */
export function weigh(components: readonly APIMessageComponent[]): Weight {
  let total: Weight = { components: components.length, text: 0 };
  for (const component of components) {
    if ('content' in component) total = add(total, { components: 0, text: component.content.length });
    if ('components' in component) total = add(total, weigh(component.components));
    if ('accessory' in component) total = add(total, weigh([component.accessory]));
  }
  return total;
}

/** Throws when Discord would refuse the message: a fault of ours, better found here than by a reader. */
export function checkBudget(components: readonly APIMessageComponent[]): void {
  const weight = weigh(components);
  if (weight.components > budget.components || weight.text > budget.text) {
    throw new RangeError(`A message of ${weight.components} components and ${weight.text} characters is too large`);
  }
}

function add(a: Weight, b: Weight): Weight {
  return { components: a.components + b.components, text: a.text + b.text };
}
