import type { Customer } from '../../../domain/customer/customer.ts';

/** A condition on fields of a customer, whose names are `#field`, and its values. */
export interface Condition {
  readonly conditions: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** That these fields are as they were read. Lists are compared item by item: not every emulator compares them whole. */
export function stillAs(before: Customer, fields: readonly (keyof Customer)[]): Condition {
  const each = fields.map((field) => stillIs(field, before[field]));
  return {
    conditions: each.flatMap(({ conditions }) => conditions),
    values: Object.fromEntries(each.flatMap(({ values }) => Object.entries(values))),
  };
}

function stillIs(field: string, value: unknown): Condition {
  if (value === undefined) return { conditions: [`attribute_not_exists(#${field})`], values: {} };
  const old = `:old_${field}`;
  if (!Array.isArray(value)) return { conditions: [`#${field} = ${old}`], values: { [old]: value } };
  const items: readonly unknown[] = value;
  return {
    conditions: [
      `size(#${field}) = ${old}_size`,
      ...items.map((_, index) => `#${field}[${index}] = ${old}_${index}`),
    ],
    values: {
      [`${old}_size`]: items.length,
      ...Object.fromEntries(items.map((item, index) => [`${old}_${index}`, item])),
    },
  };
}
