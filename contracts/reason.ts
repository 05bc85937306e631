const longest = 500;
const address = /[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g;

/** An error's words made fit for logs, payloads and tables: no e-mail addresses, one line, at most 500 characters. */
export function reasonFrom(words: string): string {
  const plain = words.replaceAll(address, '(address)').replaceAll(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}
