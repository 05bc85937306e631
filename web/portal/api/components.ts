import * as z from 'zod/mini';
import { inputSchemas } from '../../../app/portal/actions/inputs.ts';
import { currencySchema } from '../../../domain/billing/currency.ts';
import { changeSchema } from '../../../domain/changes/change.ts';
import { didSchemas } from './answers/actions.ts';
import { boughtSchema, branding, coverSchema, money, price } from './answers/common.ts';
import { rowSchema } from './answers/documents.ts';
import { nextStep, standing, summary } from './answers/licences.ts';
import { refusalSchema } from './answers/refusal.ts';
import { problemSchema } from './problem.ts';
import { viewRoutes } from './views.ts';

type Json = Readonly<Record<string, unknown>>;

const place = '#/components/schemas/';

/** What several schemas have in common has a name of its own, so that the document says it once. */
const shared = {
  Problem: problemSchema,
  Currency: currencySchema,
  Money: money,
  Price: price,
  Change: changeSchema,
  Cover: coverSchema,
  Bought: boughtSchema,
  Branding: branding,
  Refusal: refusalSchema,
  Standing: standing,
  NextStep: nextStep,
  Licence: summary,
  DocumentRow: rowSchema,
} as const;

/** The schemas of the document by their names. One that serves several requests has the name of the first. */
function named(): ReadonlyMap<z.ZodMiniType, string> {
  const names = new Map<z.ZodMiniType, string>();
  const add = (name: string, schema: z.ZodMiniType) => {
    if (!names.has(schema)) names.set(schema, name);
  };
  for (const [name, schema] of Object.entries(shared)) add(name, schema);
  for (const { name, answer } of viewRoutes) add(`${pascal(name)}View`, answer);
  for (const [name, schema] of Object.entries(inputSchemas)) add(`${pascal(name)}Input`, schema);
  for (const [name, schema] of Object.entries(didSchemas)) add(`${pascal(name)}Did`, schema);
  return names;
}

/** The schemas of the document, and how one is referred to. Throws for a schema without a name. */
export function components(): { readonly schemas: Json; readonly refer: (schema: z.ZodMiniType) => Json } {
  const names = named();
  const registry = z.registry<{ readonly id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `${place}${id}`,
  });
  const schemas = Object.entries(made.schemas).map(([id, schema]) => [id, withoutPlace(schema)] as const);
  return {
    schemas: Object.fromEntries(schemas),
    refer: (schema) => {
      const name = names.get(schema);
      if (name === undefined) throw new Error('a schema of the API has no name');
      return { $ref: `${place}${name}` };
    },
  };
}

function withoutPlace(schema: object): Json {
  const own = Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id');
  return Object.fromEntries(own);
}

/** `accept-quote` as `AcceptQuote`. */
function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
