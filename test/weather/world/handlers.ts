import { existsSync } from 'node:fs';
import type { Handler } from '../../../contracts/handlers.ts';

type Handling = (event: unknown, context: unknown) => Promise<unknown>;

const rooms = ['steps', 'events', 'http'] as const;
const loaded = new Map<Handler, Handling>();

/** The handler of a function as it is in `lambdas/`. It reads its settings when it is loaded: set them before. */
export async function handlerOf(name: Handler): Promise<Handling> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  for (const room of rooms) {
    const file = new URL(`../../../lambdas/${room}/${name}.ts`, import.meta.url);
    if (!existsSync(file)) continue;
    const { handler } = (await import(file.href)) as { handler: Handling };
    loaded.set(name, handler);
    return handler;
  }
  throw new Error(`lambdas/ has no ${name}`);
}
