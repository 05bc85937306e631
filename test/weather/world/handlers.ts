import { existsSync } from 'node:fs';
import type { Handler } from '../../../contracts/deployment/handlers.ts';

type Handling = (event: unknown, context: unknown) => Promise<unknown>;

const rooms = ['steps', 'events', 'http'] as const;
let worlds = 0;
let loaded = new Map<Handler, Handling>();

/** Has every handler loaded anew: what one keeps between its calls belongs to one world. */
export function forgetHandlers(): void {
  worlds += 1;
  loaded = new Map();
}

/** The handler of a function as it is in `lambdas/`. It reads its settings when it is loaded: set them before. */
export async function handlerOf(name: Handler): Promise<Handling> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  for (const room of rooms) {
    const file = new URL(`../../../lambdas/${room}/${name}.ts`, import.meta.url);
    if (!existsSync(file)) continue;
    const { handler } = (await import(`${file.href}?world=${worlds}`)) as { handler: Handling };
    loaded.set(name, handler);
    return handler;
  }
  throw new Error(`lambdas/ has no ${name}`);
}
