import * as z from 'zod/mini';
import { factsSchema } from '../licence/licence.ts';

/** Facts that can be corrected, as they are typed; null empties one that may be missing. */
export const correctedFactsSchema = z.strictObject({
  ...z.partial(
    z.pick(factsSchema, {
      product: true,
      edition: true,
      model: true,
      modules: true,
      initialYears: true,
      onSiteTraining: true,
      termNumber: true,
    }),
  ).shape,
  purchasedOn: z.nullable(factsSchema.shape.purchasedOn),
  activatedOn: z.nullable(factsSchema.shape.activatedOn),
  installedOn: z.nullable(factsSchema.shape.installedOn),
  coverStarts: z.nullable(factsSchema.shape.coverStarts),
  coverEnds: z.nullable(factsSchema.shape.coverEnds),
});

export type CorrectedFacts = z.infer<typeof correctedFactsSchema>;
export type CorrectableField = keyof CorrectedFacts;

export const correctableFields = z.keyof(correctedFactsSchema).options;
