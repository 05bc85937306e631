import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../domain/licence/events.ts';

const docs = join(import.meta.dirname, '../../docs');
const text = readFileSync(join(docs, 'events.md'), 'utf8');
const rules = readFileSync(join(docs, 'rules.md'), 'utf8');
const schema = plainInPlace(z.toJSONSchema(eventSchema.def.getter(), { reused: 'ref' }));

/** A schema in which what is just a text, a number or a flag has no name of its own. */
function plainInPlace(made: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const parts = Object.entries((made['$defs'] ?? {}) as Readonly<Record<string, object>>);
  const plain = new Map(parts.filter(([, part]) => Object.keys(part).join() === 'type'));
  const inPlace = JSON.stringify(made, (_key, value: { readonly $ref?: string } | undefined) => {
    return plain.get(value?.$ref?.replace('#/$defs/', '') ?? '') ?? value;
  });
  const { $defs, ...whole } = JSON.parse(inPlace) as { readonly $defs: Readonly<Record<string, object>> };
  const named = Object.entries($defs).filter(([name]) => !plain.has(name));
  return { ...whole, $defs: Object.fromEntries(named) };
}

interface OneType {
  readonly properties: Readonly<Record<string, { readonly const?: string }>>;
  readonly required: readonly string[];
}
const types = schema['oneOf'] as readonly OneType[];
const common = ['date', 'licenceId', 'type', 'because'];

/** Every type with its fields, as documents write them. */
const expected = types.map(({ properties, required }) => {
  const fields = Object.keys(properties).filter((name) => !common.includes(name));
  const marked = fields.map((name) => (required.includes(name) ? `\`${name}\`` : `\`${name}\`?`));
  return [`\`${properties['type']?.const ?? ''}\``, marked.join(', ')];
});

it('docs/rules.md lists every type of event with its fields, and no other', () => {
  const [, section = ''] = rules.split('### 14.1 ');
  const rows = [...section.matchAll(/^\| (`[A-Z]\w+`) \| ?(.*) \| §/gm)];
  expect(rows.map(([, type, fields = '']) => [type, fields.replaceAll(/ \([^)]*\)/g, '').trim()])).toEqual(
    expected,
  );
});

describe('docs/events.md', () => {
  it('lists every type of event with its fields, and no other', () => {
    const rows = [...text.matchAll(/^\| (`[A-Z]\w+`) \|[^|]*\| ?(.*) \|$/gm)];
    expect(rows.map(([, type, fields]) => [type, fields?.trim()])).toEqual(expected);
  });

  it('has a JSON Schema beside it (npx vitest run test/docs/events.test.ts --update writes it)', async () => {
    const file = join(docs, 'events.schema.json');
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });
});
