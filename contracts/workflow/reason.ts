const longest = 500;
/** Whatever stands between blanks and the signs that end an address. Each letter is looked at once. */
const word = /[^\s<>"'(),;:]+/g;

/** Errors whose name adds nothing to their message. */
const plainNames: ReadonlySet<string> = new Set(['Error', 'Refused']);

/** Why something failed, from what was thrown, as `reasonFrom` makes it: the error's name, if it helps, and its message. */
export function reasonOfError(error: unknown): string {
  if (!(error instanceof Error)) return reasonFrom(String(error));
  return reasonFrom(plainNames.has(error.name) ? error.message : `${error.name}: ${error.message}`);
}

/**
 * An error's words made fit for logs, payloads and tables: no e-mail addresses, one line, at most 500 characters. Takes
 * time in proportion to the words, however long they are.
 */
export function reasonFrom(words: string): string {
  const plain = words.replaceAll(word, withoutAddress).replaceAll(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}

/** An address may follow an equals sign, as in `to=jane@customer.example`; `@scope/package` is none. */
function withoutAddress(text: string): string {
  const at = text.search(/(?<=[^=@])@./);
  return at === -1 ? text : `${text.slice(0, text.lastIndexOf('=', at) + 1)}(address)`;
}
