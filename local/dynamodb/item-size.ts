import { isObject } from '../shared/json.ts';

/** An item, its values in DynamoDB's JSON: `{ "id": { "S": "L-1" } }`. */
export type Item = Readonly<Record<string, unknown>>;

const bytesOfContainer = 3;

/** The size of an item in bytes, as DynamoDB counts it: names and values, in UTF-8. */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value),
    0,
  );
}

/** The size of an item; 0 where there is none. */
export function sizeOf(item: Item | undefined): number {
  return item === undefined ? 0 : itemSize(item);
}

/** The size of a value, such as `{ "N": "12" }`, in bytes. */
function valueSize(value: unknown): number {
  const [[type, content] = ['NULL', true]] = isObject(value) ? Object.entries(value) : [];
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(content));
    case 'N':
      return numberSize(String(content));
    case 'B':
      return binarySize(String(content));
    case 'SS':
      return sumOf(content, (one) => Buffer.byteLength(String(one)));
    case 'NS':
      return sumOf(content, (one) => numberSize(String(one)));
    case 'BS':
      return sumOf(content, (one) => binarySize(String(one)));
    case 'L':
      return bytesOfContainer + sumOf(content, (one) => 1 + valueSize(one));
    case 'M':
      return bytesOfContainer + (isObject(content) ? Object.keys(content).length + itemSize(content) : 0);
    default:
      // BOOL and NULL.
      return 1;
  }
}

function sumOf(list: unknown, size: (one: unknown) => number): number {
  return Array.isArray(list) ? list.reduce((sum: number, one: unknown) => sum + size(one), 0) : 0;
}

/** A byte for two significant digits, one more, and one for the sign of a negative number. */
function numberSize(text: string): number {
  const [mantissa = ''] = text.replace(/^[-+]/, '').split(/e/i);
  const digits = mantissa
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

function binarySize(base64: string): number {
  return Buffer.from(base64, 'base64').length;
}
