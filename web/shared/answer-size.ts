/** The largest text that a function answers with. Lambda takes 6 MB, and the rest of the answer needs some of them. */
export const mostAnswerBytes = 5_000_000;

/** How many bytes a text takes in a function's answer, which is JSON. */
export function bytesInAnswer(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
