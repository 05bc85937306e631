import { registerHooks } from 'node:module';
import { faster, strippedOnce } from './faster.ts';

/** A change of a module's text before it is loaded. Nothing on disk changes, and the application knows nothing of it. */
export interface Patch {
  /** The module, from the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Patches the modules that are loaded from now on. Each text must be in its module exactly once: a change of the
 * application that moves it is an error here, not a patch that does nothing.
 */
export function patchModules(patches: readonly Patch[]): void {
  const all = [...faster, ...patches];
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const [path = url, query] = url.split('?');
      const wanted = all.filter(({ file }) => path.endsWith(`/${file}`));
      if (wanted.length === 0) {
        const { source: unpatched } = loaded;
        if (query === undefined || unpatched === undefined) return loaded;
        return { ...loaded, format: 'module', source: strippedOnce(path, () => textOf(unpatched)) };
      }
      if (loaded.source === undefined) throw new Error(`${url} has no text to patch`);
      const source = wanted.reduce(patched, textOf(loaded.source));
      return { ...loaded, source };
    },
  });
}

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  if (typeof source === 'string') return source;
  const bytes = ArrayBuffer.isView(source)
    ? Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    : Buffer.from(source);
  return bytes.toString();
}

export function patched(source: string, { file, from, to }: Patch): string {
  if (source.split(from).length !== 2) {
    throw new Error(`${file} does not have this text exactly once, so that the patch does not fit: ${from}`);
  }
  return source.replace(from, () => to);
}
