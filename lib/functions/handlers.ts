import { buildSync } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apis, eventHandlers, type Handler } from '../../contracts/deployment/handlers.ts';
import { steps } from '../../contracts/workflow/steps.ts';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'dist', 'handlers');

/** Every handler, and the file that it is in. */
const sources = new Map<Handler, string>([
  ...steps.map((step) => [step, join(root, 'lambdas', 'steps', `${step}.ts`)] as const),
  ...apis.map((name) => [name, join(root, 'lambdas', 'http', `${name}.ts`)] as const),
  ...eventHandlers.map((name) => [name, join(root, 'lambdas', 'events', `${name}.ts`)] as const),
]);

/** The runtime has no `require` in ES modules; what is left of CommonJS in our dependencies asks for it. */
const banner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/**
 * Bundles every handler with all that it imports, the AWS SDK too, so that what was tested is what runs. Gives the
 * folder of each, with `index.mjs` and its source map in it. The same sources give the same bytes.
 */
export function bundleHandlers(): ReadonlyMap<Handler, string> {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: Object.fromEntries([...sources].map(([name, file]) => [`${name}/index`, file])),
    outdir: target,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents);
  for (const [path, source] of printingFiles()) writeIfChanged(path, readFileSync(source));
  return new Map([...sources.keys()].map((name) => [name, join(target, name)]));
}

/** The handlers that deliver mail, and print the documents that it brings. */
const printing: readonly Handler[] = ['deliver-mail', 'operator'];

/** What documents are printed with: each file of their bundles, and where it comes from. */
function printingFiles(): ReadonlyMap<string, string> {
  const fonts = join(root, 'documents', 'fonts', 'files');
  const colours = join('data', 'sRGB_IEC61966_2_1.icc');
  const pdfkit = dirname(fileURLToPath(import.meta.resolve('pdfkit')));
  const shaper = 'harfbuzz.wasm';
  const harfbuzz = dirname(fileURLToPath(import.meta.resolve('harfbuzzjs')));
  const files = readdirSync(fonts).filter((name) => name.endsWith('.ttf'));
  return new Map(
    printing.flatMap((handler) => {
      const bundle = join(target, handler);
      return [
        ...files.map((name) => [join(bundle, 'files', name), join(fonts, name)] as const),
        [join(bundle, colours), join(pdfkit, colours)] as const,
        [join(bundle, shaper), join(harfbuzz, shaper)] as const,
      ];
    }),
  );
}

/** Leaves a file of the same content alone and swaps another in whole: a synthesis beside this one may be reading. */
function writeIfChanged(path: string, contents: Uint8Array): void {
  if (contentsOf(path)?.equals(contents) === true) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

function contentsOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
