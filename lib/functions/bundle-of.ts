import type { Handler } from '../../contracts/handlers.ts';

/** The folder of a handler's bundle. Throws where it was not bundled. */
export function bundleOf(handlers: ReadonlyMap<Handler, string>, name: Handler): string {
  const folder = handlers.get(name);
  if (folder === undefined) throw new Error(`${name} has no bundle`);
  return folder;
}
