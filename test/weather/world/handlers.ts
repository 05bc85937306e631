import { existsSync } from 'node:fs';
import type { Handler } from '../../../contracts/deployment/handlers.ts';

type Handling = (event: unknown, context: unknown) => Promise<unknown>;

const rooms = ['steps', 'events', 'http'] as const;
let worlds = 0;
let instances = 0;
/** Those that no call is using. */
let free = new Map<Handler, Handling[]>();

/** Has every handler loaded anew: what one keeps between its calls belongs to one world. */
export function forgetHandlers(): void {
  worlds += 1;
  free = new Map();
}

/**
 * The handler of a function as it is in `lambdas/`, with a memory of its own, as each instance of a function has on AWS: it
 * serves one call after the other, and one that is killed is never used again. It reads its settings when it is loaded:
 * set them before.
 */
export async function instanceOf(name: Handler): Promise<Handling> {
  const known = free.get(name)?.pop();
  if (known !== undefined) return known;
  for (const room of rooms) {
    const file = new URL(`../../../lambdas/${room}/${name}.ts`, import.meta.url);
    if (!existsSync(file)) continue;
    instances += 1;
    const url = `${file.href}?world=${worlds}&instance=${instances}`;
    const { handler } = (await import(url)) as { handler: Handling };
    return handler;
  }
  throw new Error(`lambdas/ has no ${name}`);
}

/** Takes an instance back whose call has ended. */
export function giveBack(name: Handler, instance: Handling): void {
  free.set(name, [...(free.get(name) ?? []), instance]);
}
