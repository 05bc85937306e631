import { registerHooks } from 'node:module';
import { faster, strippedOnce } from './faster.ts';
import { type Patch, patched } from './patch.ts';

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
