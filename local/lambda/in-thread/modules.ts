import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Globals } from './globals.ts';

/** Where a function's modules find its globals: `perennial-function:ID/globals`. */
const scheme = 'perennial-function:';

/** Marks the address of a function's module, so that each function has modules of its own: `index.mjs?function=ID`. */
const parameter = 'function';

/** Under this symbol the globals of all functions of this thread are found, by their ids. */
const found = 'perennial.functions';

const globals = new Map<string, Globals>();

const importByNode: unknown = createRequire(import.meta.url)('./import-by-node.cjs');

/**
 * Imports a function's module and all that it imports anew, and has `process`, `console` and `Date` be its own in them.
 * @param id nobody else has had it in this thread
 */
export async function importAnew(file: string, id: string, own: Globals): Promise<unknown> {
  if (globals.size === 0) hook();
  globals.set(id, own);
  const url = pathToFileURL(file);
  url.searchParams.set(parameter, id);
  if (typeof importByNode !== 'function') throw new TypeError('import-by-node.cjs exports no function');
  const module: unknown = await Reflect.apply(importByNode, undefined, [url.href]);
  return module;
}

function hook(): void {
  Object.assign(globalThis, { [Symbol.for(found)]: globals });
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier.startsWith(scheme)) return { url: specifier, shortCircuit: true };
      const id = idOf(context.parentURL);
      if (id === undefined) return next(specifier, context);
      if (specifier === 'node:process' || specifier === 'process') {
        return { url: `${scheme}${id}/process`, shortCircuit: true };
      }
      const resolved = next(specifier, context);
      if (!resolved.url.startsWith('file:')) return resolved;
      const url = new URL(resolved.url);
      url.searchParams.set(parameter, id);
      return { ...resolved, url: url.href };
    },
    load: (url, context, next) => {
      if (url.startsWith(scheme)) return { format: 'module', source: sourceOf(url), shortCircuit: true };
      const loaded = next(url, context);
      const id = idOf(url);
      if (id === undefined || loaded.format !== 'module') return loaded;
      const { source = '' } = loaded;
      const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
      return { ...loaded, source: `import{process,console,Date}from'${scheme}${id}/globals';${text}` };
    },
  });
}

/** The id of the function to which a module belongs; undefined for all others. */
function idOf(url: string | undefined): string | undefined {
  if (url?.startsWith('file:') !== true || !url.includes(`${parameter}=`)) return undefined;
  return new URL(url).searchParams.get(parameter) ?? undefined;
}

function sourceOf(url: string): string {
  const [id = '', module] = url.slice(scheme.length).split('/');
  const own = `globalThis[Symbol.for('${found}')].get('${id}')`;
  return module === 'process'
    ? `const{process}=${own};export default process;export const{env,versions,stdout,stderr,exit,emitWarning}=process;`
    : `export const{process,console,Date}=${own};`;
}
