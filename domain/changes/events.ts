import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';
import { event } from '../licence/event.ts';
import { inLanguagesSchema } from '../plan/language.ts';
import { factsSchema } from '../licence/licence.ts';
import { changeQuoteSchema, changeSchema } from './change.ts';

export const changeActivities = [
  'request-change',
  'request-migration',
  'accept-change',
  'add-modules',
] as const;

export const changeEvents = () =>
  [
    event('ChangeQuoted', {
      ...changeQuoteSchema.shape,
      /** What the plan says to every quote of its kind. */
      note: z.optional(inLanguagesSchema),
    }),
    event('ChangeAccepted', { quoteId: z.string() }),
    event('LicenceChanged', {
      change: changeSchema,
      /** What the licence is for from now on. */
      facts: z.pick(factsSchema, { product: true, edition: true, modules: true }),
      /** The last day that what was charged for it reaches; unset where that is no period. */
      chargedTo: z.optional(civilDateSchema),
    }),
  ] as const;

export type ChangeEvent = z.infer<ReturnType<typeof changeEvents>[number]>;
