import { z } from 'zod';

const range = z.tuple([z.number(), z.number()]);

/** Two marked mentions of a text and who is for or against whom, as a file of records gives them. */
export const pairRecord = z.object({
  id: z.string(),
  text: z.string(),
  e1: range,
  e2: range,
  label: z.enum(['positive', 'negative', 'neutral']),
  direction: z.enum(['e1>e2', 'e2>e1', 'none']),
});
