import type { Rule } from './attribution.ts';

/** The share of speakers that each rule got right when measured; what a speaker's confidence starts from. */
const measured: Record<Rule, number> = {
  'tag behind': 0.97,
  'tag before': 0.96,
  'tag between': 0.96,
  'reported clause': 0.92,
  'tag at the end': 0.92,
  according: 0.95,
  colon: 0.85,
  'name and colon': 0.95,
  'dash and name': 0.9,
  naming: 0.85,
  'noun of speech': 0.8,
  'far verb': 0.65,
  subject: 0.55,
  possessor: 0.8,
  'same paragraph': 0.92,
  'open quotation': 0.96,
  'previous sentence': 0.8,
  'previous paragraph': 0.78,
  'next sentence': 0.75,
  'next paragraph': 0.6,
  alternation: 0.65,
  turn: 0.95,
  headline: 0.5,
};

/** How sure a speaker is, from the rule that chose the mention and how surely the mention is that person. 0 to 1. */
export function confidenceOf(rule: Rule, certainty: number, links = 0): number {
  const product = measured[rule] * certainty * 0.97 ** links;
  // The factors are not independent: measured, the unsure ones are right more often than their product says.
  const measuredAs = product < 0.8 ? 0.8 - (0.8 - product) * 0.75 : product;
  return Math.round(measuredAs * 100) / 100;
}
