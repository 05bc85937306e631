import { registerHooks } from 'node:module';

/** A change of a module's text before it is loaded. Nothing on disk changes, and the application knows nothing of it. */
export interface Patch {
  /** The module, from the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What it is about a document that counts here is its number and that it is stored: printing it would take most of the time. */
const withoutPrinting: Patch = {
  file: 'app/mailing/attach-document.ts',
  from: "const { renderDocument, eInvoiceFile } = await import('../../documents/render.ts');",
  to: `const renderDocument = async (content, locale) => Buffer.from(JSON.stringify([content, locale]));
const eInvoiceFile = () => undefined;`,
};

/**
 * What is stored is never changed in the simulation, but replaced: each item is parsed once. Parsing would take a third
 * of the time.
 */
function parsedOnce(file: string, name: string, result: string): Patch {
  const parameters = '(licenceId: string, item: unknown)';
  return {
    file,
    from: `export function ${name}${parameters}: ${result} {`,
    to: `const ${name}Known = new WeakMap<object, ${result}>();
export function ${name}${parameters}: ${result} {
  const known = ${name}Known.get(item);
  if (known !== undefined) return known;
  const parsed = ${name}Parsed(licenceId, item);
  ${name}Known.set(item, parsed);
  return parsed;
}
function ${name}Parsed${parameters}: ${result} {`,
  };
}

const faster: readonly Patch[] = [
  withoutPrinting,
  parsedOnce('adapters/dynamodb/licences/event-item.ts', 'eventFrom', 'RecordedEvent'),
  parsedOnce('adapters/dynamodb/licences/licence-item.ts', 'storedFrom', 'Stored'),
];

/**
 * Patches the modules that are loaded from now on. Each text must be in its module exactly once: a change of the
 * application that moves it is an error here, not a patch that does nothing.
 */
export function patchModules(patches: readonly Patch[]): void {
  const all = [...faster, ...patches];
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const wanted = all.filter(({ file }) => url.split('?')[0]?.endsWith(`/${file}`));
      if (wanted.length === 0) return loaded;
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
