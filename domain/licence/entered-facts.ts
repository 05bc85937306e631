import * as z from 'zod/mini';
import { givenDateSchema } from '../calendar.ts';
import { givenMoneySchema, mostGiven, mostGivenInWords } from '../billing/money.ts';
import { countrySchema } from '../customer/country.ts';
import { idSchema } from '../text/id.ts';
import { lineSchema, optionalLineSchema } from '../text/line.ts';
import { factsSchema } from './licence.ts';

const longestText = 200;

/** With the longest SKUs a licence's item and its events stay far below DynamoDB's 400 KB and EventBridge's 256 KB. */
export const mostModules = 500;

const enteredModuleSchema = z.strictObject({
  sku: lineSchema(50),
  listPrice: givenMoneySchema,
});

const enteredModulesSchema = z.array(enteredModuleSchema).check(
  z.maxLength(mostModules, { error: `at most ${mostModules} modules` }),
  z.refine((modules) => new Set(modules.map(({ sku }) => sku)).size === modules.length, {
    error: 'each SKU once',
  }),
  z.refine((modules) => modules.reduce((sum, { listPrice }) => sum + listPrice.amount, 0) <= mostGiven, {
    error: ({ input }) => listPricesTooHigh(input),
  }),
);

/** @param modules what the door took for modules, of one plan and so of one currency */
function listPricesTooHigh(modules: unknown): string {
  const currency = z.array(enteredModuleSchema).safeParse(modules).data?.[0]?.listPrice.currency;
  const most = currency === undefined ? 'what a sum may be' : mostGivenInWords(currency);
  return `list prices that add up to at most ${most}`;
}

/**
 * The facts of a licence as every door takes them: what is accepted here, and by `factProblems` for its plan, can be
 * registered, run and stored whatever happens to it (docs/rules.md §15.4).
 */
export const enteredFactsSchema = z.extend(factsSchema, {
  licenceId: idSchema,
  planId: idSchema,
  customerId: idSchema,
  contract: z.optional(lineSchema(longestText)),
  country: countrySchema,
  product: lineSchema(longestText),
  edition: optionalLineSchema(longestText),
  modules: enteredModulesSchema,
  purchasedOn: z.optional(givenDateSchema),
  activatedOn: z.optional(givenDateSchema),
  installedOn: z.optional(givenDateSchema),
  initialYears: z.int().check(z.minimum(1), z.maximum(100)),
  coverStarts: z.optional(givenDateSchema),
  coverEnds: z.optional(givenDateSchema),
  termNumber: z.int().check(z.minimum(1), z.maximum(1000)),
  registeredOn: givenDateSchema.check(
    z.refine((date) => date >= '2000-01-01', {
      error: 'expected a date from 2000-01-01 on',
    }),
  ),
});
