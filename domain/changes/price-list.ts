import * as z from 'zod/mini';
import { inLanguagesSchema } from '../plan/language.ts';
import { filledSchema } from '../values/filled.ts';

const minorUnits = z.int().check(z.positive(), z.maximum(1_000_000_000_000));
const name = filledSchema;

/** A plan's price list for expansions and changes of edition, in minor units of its currency. */
export const catalogueSchema = z
  .strictObject({
    /** The modules that can be added in the middle of a term, by SKU. */
    modules: z.record(name, minorUnits),
    /** The editions by name: the module that each consists of, and its list price. */
    editions: z.record(name, z.strictObject({ sku: name, price: minorUnits })),
    /**
     * How a change of edition is handled: it is ordered, and what `benefit` includes is the credit of the initial
     * installation; or it needs a licence anew, unless `benefit` includes it.
     */
    editionChange: z.enum(['credits-initial-installation', 'needs-new-licence']),
    /** The key of the benefit that decides. */
    benefit: name,
  })
  .check(
    z.refine(
      ({ modules, editions }) =>
        Object.values(editions).every((edition) => !Object.hasOwn(modules, edition.sku)),
      { error: 'a SKU is that of a module or of an edition, not of both' },
    ),
  );

/** What moving to a new version costs. */
export const migrationSchema = z.strictObject({
  /** The key of the benefit that decides whether its software is free. */
  benefit: name,
  /** The list price of the software otherwise, in minor units. */
  softwareByProduct: z.record(name, minorUnits),
  labourPerHour: minorUnits,
  /** What each quote says in addition. */
  note: inLanguagesSchema,
});

interface Changes {
  readonly catalogue: z.infer<typeof catalogueSchema> | null;
  readonly migration: z.infer<typeof migrationSchema> | null;
}

/** The benefits that decide about changes. */
export function benefitsOfChanges({ catalogue, migration }: Changes): readonly string[] {
  return [catalogue?.benefit, migration?.benefit].filter((key) => key !== undefined);
}
