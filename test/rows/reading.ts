import type { Invocation } from '../../cli/shell/invocation.ts';
import { keptOutput, type Written } from '../support/cli/streams.ts';
import type { Deployment } from '../weather/world/deployment.ts';
import { inWorld } from './cloud.ts';

/** Controls of a terminal and of the direction of text: whatever is in the rows, none is printed. */
const steering = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** A line of progress, which the next one replaces. */
const redrawn = /\r(\P{Cc}*)\p{Cc}\[K/gu;

/** Throws where a text steers what shows it. */
export function requireHarmless(what: string, text: string): void {
  if (!steering.test(text.replaceAll(redrawn, '$1').replaceAll('\n', ''))) return;
  throw new Error(`${what} steers what shows it: ${JSON.stringify(text)}`);
}

/** Has somebody read something, and gives what was printed. Throws what the reader throws, under the name of what is read. */
export async function read(
  { world }: Deployment,
  what: string,
  work: (at: Invocation, notes: Written) => Promise<unknown>,
): Promise<string> {
  const { out, err, output } = keptOutput({ columns: 100 }, { NO_COLOR: '1' });
  const at = { output, signal: new AbortController().signal, now: new Date(world.now).toISOString() };
  try {
    await inWorld(world, () => work(at, err));
    requireHarmless(what, out.text + err.text);
  } catch (error) {
    throw new Error(what, { cause: error });
  }
  return out.text + err.text;
}
