import * as z from 'zod';
import { factsSchema } from '../licence/licence.ts';

/** Facts that can be corrected, as they are typed; null empties one that may be missing. */
export const correctedFactsSchema = z.strictObject({
  ...factsSchema
    .pick({
      product: true,
      edition: true,
      model: true,
      modules: true,
      initialYears: true,
      onSiteTraining: true,
      termNumber: true,
    })
    .partial().shape,
  purchasedOn: factsSchema.shape.purchasedOn.nullable(),
  activatedOn: factsSchema.shape.activatedOn.nullable(),
  installedOn: factsSchema.shape.installedOn.nullable(),
  coverStarts: factsSchema.shape.coverStarts.nullable(),
  coverEnds: factsSchema.shape.coverEnds.nullable(),
});

export type CorrectedFacts = z.infer<typeof correctedFactsSchema>;
export type CorrectableField = keyof CorrectedFacts;

export const correctableFields = correctedFactsSchema.keyof().options;
