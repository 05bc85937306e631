import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { refused } from './ending.ts';
import type { Invocation } from './invocation.ts';

interface Terminal {
  readonly isTTY?: boolean;
}

/** Asks on a terminal; undefined where either side is none. */
export function questionsOn(
  input: Readable & Terminal,
  output: Writable & Terminal,
  signal: AbortSignal,
): Invocation['ask'] {
  if (input.isTTY !== true || output.isTTY !== true) return undefined;
  return async (question) => {
    // As a plain stream: Ctrl-C stays the signal that it is everywhere else.
    const lines = createInterface({ input, output, terminal: false });
    try {
      const isOver = once(lines, 'close').then(() => '');
      return await Promise.race([lines.question(question, { signal }), isOver]);
    } finally {
      lines.close();
    }
  };
}

/**
 * Returns only if the operator agrees, at the terminal or by `--yes`; the command has printed what it will do. Refuses
 * otherwise.
 */
export async function confirm(
  { ask }: Invocation,
  { yes }: { readonly yes?: boolean | undefined },
): Promise<void> {
  if (yes === true) return;
  if (ask === undefined) {
    throw refused('Nothing was done: there is no terminal to ask. Add --yes to proceed without a question.');
  }
  const answer = await ask('Proceed? [y/N] ');
  if (!/^y(es)?$/i.test(answer.trim())) throw refused('Nothing was done.');
}
