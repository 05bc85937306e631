import type { Condition, Operand, Update } from './expression.ts';

/** A stored item as the document client gives it. */
export type Item = Readonly<Record<string, unknown>>;

/** Whether a condition holds for an item; an item that is not there is an empty one. */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, item));
    case 'or':
      return condition.parts.some((part) => holds(part, item));
    case 'not':
      return !holds(condition.of, item);
    case 'exists':
      return valueOf(condition.path, item) !== undefined;
    case 'missing':
      return valueOf(condition.path, item) === undefined;
    case 'compare':
      return compares(valueOf(condition.left, item), condition.sign, valueOf(condition.right, item));
    case 'between': {
      const value = valueOf(condition.of, item);
      return (
        compares(value, '>=', valueOf(condition.low, item)) &&
        compares(value, '<=', valueOf(condition.high, item))
      );
    }
    case 'in': {
      const value = valueOf(condition.of, item);
      return condition.among.some((each) => compares(value, '=', valueOf(each, item)));
    }
    case 'begins-with': {
      const [value, start] = [valueOf(condition.of, item), valueOf(condition.what, item)];
      return typeof value === 'string' && typeof start === 'string' && value.startsWith(start);
    }
    case 'contains': {
      const [value, part] = [valueOf(condition.of, item), valueOf(condition.what, item)];
      if (typeof value === 'string') return typeof part === 'string' && value.includes(part);
      return Array.isArray(value) && value.some((each) => compares(each, '=', part));
    }
  }
}

/** The item after an update. */
export function updated(update: Update, item: Item): Item {
  const after = structuredClone(item) as Record<string, unknown>;
  for (const { path, to } of update.set) write(after, path, valueOf(to, item));
  for (const path of update.remove) write(after, path, undefined);
  for (const { path, value } of update.add) {
    write(after, path, Number(valueOf(path, item) ?? 0) + Number(valueOf(value, item)));
  }
  return after;
}

export function valueOf(operand: Operand, item: Item): unknown {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'path':
      return operand.path.reduce<unknown>(
        (value, step) => (value === undefined || value === null ? undefined : (value as Item)[step]),
        item,
      );
    case 'size': {
      const value = valueOf(operand.of, item);
      if (typeof value === 'string') return Buffer.byteLength(value);
      if (Array.isArray(value)) return value.length;
      return value === undefined ? undefined : Object.keys(value as object).length;
    }
    case 'if-not-exists':
      return valueOf(operand.path, item) ?? valueOf(operand.otherwise, item);
    case 'list-append':
      return [
        ...(valueOf(operand.first, item) as unknown[]),
        ...(valueOf(operand.second, item) as unknown[]),
      ];
    case 'sum':
      return Number(valueOf(operand.left, item)) + operand.sign * Number(valueOf(operand.right, item));
  }
}

function compares(left: unknown, sign: string, right: unknown): boolean {
  if (left === undefined || right === undefined) return false;
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
  const parent = steps.reduce<unknown>((inside, step) => (inside as Item | undefined)?.[step], item);
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
