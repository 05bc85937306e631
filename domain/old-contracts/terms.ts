import * as z from 'zod/mini';

const contractName = z.string().check(z.regex(/^[a-z0-9-]+$/));
const rate = z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.01));

/** The contracts that a vendor sold before the plan. */
export const oldContractsSchema = z
  .strictObject({
    /** The plan takes their place at once, and so cancels them. */
    replaced: z.array(contractName),
    /** They stay valid and are extended and expanded as before, but not sold any more. */
    honoured: z.record(
      contractName,
      z.strictObject({
        /** Per cent of list a year in years 1, 2, … of the chain of terms; the last holds from then on. */
        ratesByTerm: z.array(rate).check(z.minLength(1)),
      }),
    ),
  })
  .check(
    z.refine(({ replaced, honoured }) => replaced.every((name) => !Object.hasOwn(honoured, name)), {
      error: 'an old contract is either replaced or honoured',
    }),
  );
