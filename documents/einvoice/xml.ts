/** An element of an XML document: its children, its text, or undefined where it is left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly (Element | undefined)[];
}

/** An element with a text, which may be undefined: then there is none. */
export function text(
  name: string,
  content: string | undefined,
  attributes: Readonly<Record<string, string>> = {},
): Element | undefined {
  return content === undefined ? undefined : { name, attributes, content };
}

/** An element with children; one without any is left out, as both syntaxes forbid empty elements. */
export function group(name: string, content: readonly (Element | undefined)[]): Element | undefined {
  return content.some((child) => child !== undefined) ? { name, attributes: {}, content } : undefined;
}

/** A document in UTF-8, indented by two spaces: the same bytes for the same elements. */
export function documentOf(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
}

function written({ name, attributes, content }: Element, indent: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `${indent}<${name}${given.join('')}>`;
  if (typeof content === 'string') return `${start}${escaped(content)}</${name}>\n`;
  const children = content.filter((child) => child !== undefined);
  return `${start}\n${children.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** Text as XML 1.0 takes it: without the characters that it has no way to write. */
function escaped(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
