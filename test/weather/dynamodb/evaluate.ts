import type { Condition, Operand, Update } from './expression.ts';

/** A stored item as the document client gives it. */
export type Item = Readonly<Record<string, unknown>>;

/** What the names of values in an expression stand for. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether a condition holds for an item; an item that is not there is an empty one. */
export function holds(condition: Condition, item: Item, values: Values): boolean {
  const of = (operand: Operand) => valueOf(operand, item, values);
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, item, values));
    case 'or':
      return condition.parts.some((part) => holds(part, item, values));
    case 'not':
      return !holds(condition.of, item, values);
    case 'exists':
      return of(condition.path) !== undefined;
    case 'missing':
      return of(condition.path) === undefined;
    case 'compare':
      return compares(of(condition.left), condition.sign, of(condition.right));
    case 'between': {
      const value = of(condition.of);
      return compares(value, '>=', of(condition.low)) && compares(value, '<=', of(condition.high));
    }
    case 'in': {
      const value = of(condition.of);
      return condition.among.some((each) => compares(value, '=', of(each)));
    }
    case 'begins-with': {
      const [value, start] = [of(condition.of), of(condition.what)];
      return typeof value === 'string' && typeof start === 'string' && value.startsWith(start);
    }
    case 'contains': {
      const [value, part] = [of(condition.of), of(condition.what)];
      if (typeof value === 'string') return typeof part === 'string' && value.includes(part);
      return Array.isArray(value) && value.some((each) => compares(each, '=', part));
    }
  }
}

/** The item after an update. */
export function updated(update: Update, item: Item, values: Values): Item {
  const of = (operand: Operand) => valueOf(operand, item, values);
  const after: Record<string, unknown> = { ...item };
  for (const { path, to } of update.set) write(after, path, of(to));
  for (const path of update.remove) write(after, path, undefined);
  for (const { path, value } of update.add) {
    write(after, path, Number(of(path) ?? 0) + Number(of(value)));
  }
  return after;
}

export function valueOf(operand: Operand, item: Item, values: Values): unknown {
  const of = (other: Operand) => valueOf(other, item, values);
  switch (operand.kind) {
    case 'value':
      return valueNamed(operand.name, values);
    case 'path':
      return operand.path.reduce<unknown>(
        (value, step) => (value === undefined || value === null ? undefined : (value as Item)[step]),
        item,
      );
    case 'size': {
      const value = of(operand.of);
      if (typeof value === 'string') return Buffer.byteLength(value);
      if (Array.isArray(value)) return value.length;
      return value === undefined ? undefined : Object.keys(value as object).length;
    }
    case 'if-not-exists':
      return of(operand.path) ?? of(operand.otherwise);
    case 'list-append':
      return [...(of(operand.first) as unknown[]), ...(of(operand.second) as unknown[])];
    case 'sum':
      return Number(of(operand.left)) + operand.sign * Number(of(operand.right));
  }
}

function valueNamed(name: string, values: Values): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`the request has no value ${name}`);
  return value;
}

function compares(left: unknown, sign: string, right: unknown): boolean {
  if (left === undefined || right === undefined) return sign === '<>';
  if (sign === '=' || sign === '<>') {
    const same = typeof left === 'object' ? JSON.stringify(left) === JSON.stringify(right) : left === right;
    return sign === '=' ? same : !same;
  }
  if (typeof left !== typeof right) return false;
  const [a, b] = [left as string | number, right as string | number];
  switch (sign) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      throw new Error(`the model of DynamoDB does not know the comparison ${sign}`);
  }
}

function write(item: Record<string, unknown>, path: Operand, value: unknown): void {
  if (path.kind !== 'path') throw new Error('an update writes a path');
  const steps = [...path.path];
  const last = steps.pop();
  // What is stored is frozen: whatever is on the way to what is written is copied.
  const parent = steps.reduce<unknown>((inside, step) => {
    const held = inside as Record<string, unknown> | undefined;
    const value = held?.[step];
    if (held === undefined || typeof value !== 'object' || value === null) return value;
    held[step] = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
    return held[step];
  }, item);
  if (last === undefined || typeof parent !== 'object' || parent === null) {
    throw Object.assign(
      new Error('The document path provided in the update expression is invalid for update'),
      {
        name: 'ValidationException',
      },
    );
  }
  if (value === undefined) {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  } else (parent as Record<string, unknown>)[last] = value;
}
