/** Controls of a terminal, breaks of a line, and marks that reorder neighbouring text. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as one line that cannot steer a terminal or pass for other lines: a character that could is shown as its
 * escape, such as `\n` or `\u001b`.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => shortEscapes[character] ?? unicodeEscape(character));
}

/** A value as JSON that reads back as the same value, and cannot steer a terminal. Without `indent` it is one line. */
export function printableJson(value: unknown, indent?: number): string {
  // JSON escapes line breaks within texts itself; those between them are the layout's.
  return JSON.stringify(value, undefined, indent)
    .split('\n')
    .map((line) => line.replace(unprintable, unicodeEscape))
    .join('\n');
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
