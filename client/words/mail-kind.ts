/** A kind of mail as people read it: `Payment reminder` for `payment-reminder`. */
export function mailKindInWords(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
