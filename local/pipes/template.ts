import { isObject, parseJson } from '../shared/json.ts';

/** A template that was read: gives what it makes of a record. */
export type Template = (record: unknown) => Readonly<Record<string, unknown>>;

const placeholder = /<(\$(?:\.\w+)+)>/;

/**
 * Reads an input template of EventBridge Pipes: a JSON object with `<$.path.to.a.value>` where values go, without quotes
 * around it, which a pipe sets itself where the value is a text.
 * @throws for what the embedded cloud does not know: other forms, variables, parts of texts
 */
export function readTemplate(template: string): Template {
  // The odd ones are paths.
  const parts = template.split(placeholder);
  const isKnown = parts.every((part, index) => index % 2 === 1 || /^[^<>]*$/.test(part));
  const isValue = parts.every(
    (part, index) => index % 2 === 1 || index === parts.length - 1 || /[:,[]\s*$/.test(part),
  );
  const isJson = isObject(orUndefined(filled(parts, () => null)));
  if (!isKnown || !isValue || !isJson) {
    throw new Error(
      `InputTemplate ${template}: the embedded cloud takes a JSON object whose values may be <$.a.path> without quotes`,
    );
  }
  return (record) => {
    const detail = orUndefined(filled(parts, (path) => valueAt(path, record)));
    if (!isObject(detail)) throw new Error(`InputTemplate ${template}: gives no JSON object`);
    return detail;
  };
}

/** The value at a path such as `$.dynamodb.NewImage.type.S`; throws where there is none. */
export function valueAt(path: string, record: unknown): unknown {
  const value = path
    .split('.')
    .slice(1)
    .reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), record);
  if (value === undefined) throw new Error(`${path} leads to nothing`);
  return value;
}

function filled(parts: readonly string[], valueOf: (path: string) => unknown): string {
  return parts.map((part, index) => (index % 2 === 0 ? part : JSON.stringify(valueOf(part)))).join('');
}

function orUndefined(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
