import { build, type BuildOptions } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apis, eventHandlers, type Handler } from '../../contracts/deployment/handlers.ts';
import { steps } from '../../contracts/workflow/steps.ts';
import { BundleRecord } from './bundle-record.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
/** How bundles are made: another way makes others of the same sources. */
const bundler = readFileSync(import.meta.filename, 'utf8');

/** Every handler, and the file that it is in. */
const sources = new Map<Handler, string>([
  ...steps.map((step) => [step, `lambdas/steps/${step}.ts`] as const),
  ...apis.map((name) => [name, `lambdas/http/${name}.ts`] as const),
  ...eventHandlers.map((name) => [name, `lambdas/events/${name}.ts`] as const),
]);

/** The runtime has no `require` in ES modules; dependencies that are still CommonJS need it. */
const banner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** How handlers are bundled; the benchmark of cold starts bundles what it compares them with alike. */
export const bundling = {
  absWorkingDir: root,
  outdir: join(dist, 'handlers'),
  chunkNames: '[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: banner },
  minify: true,
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
} satisfies BuildOptions;

/** A module of a bundle, and the sources that it consists of. */
interface Module {
  readonly name: string;
  readonly code: string;
  readonly map: string;
  readonly inputs: readonly string[];
}

/**
 * Bundles every handler with all that it imports, the AWS SDK too, so that what was tested is what runs. Gives the folder
 * that each is in: with the module that has its name, the modules that it imports, and their source maps. What is imported
 * dynamically, such as the PDF engine, is a module of its own, which is not loaded before. The same sources give the same
 * bytes, and are not bundled again.
 * @param apart whether each handler is bundled by itself in a folder of its own, as for AWS: it then has few modules and starts
 * with a tenth less CPU. Otherwise all share modules and a folder, which takes a seventh of the CPU and of the bytes.
 */
export async function bundleHandlers({
  apart,
}: {
  readonly apart: boolean;
}): Promise<ReadonlyMap<Handler, string>> {
  const target = join(dist, apart ? 'deployed-handlers' : 'handlers');
  const folderOf = (handler: Handler): string => join(target, apart ? handler : 'all');
  const folders = new Map([...sources.keys()].map((handler) => [handler, folderOf(handler)]));
  const record = new BundleRecord(root, target, { bundling, bundler, sources: [...sources] });
  if (record.isTrue()) return folders;
  const entryPoints = Map.groupBy(sources, ([handler]) => folderOf(handler));
  const bundles = await Promise.all(
    [...entryPoints].map(async ([folder, entries]) => [folder, await bundle(entries)] as const),
  );
  record.drop();
  for (const [folder, modules] of bundles) {
    const files = filesOf(modules);
    for (const [name, contents] of files) writeIfChanged(join(folder, name), contents);
    deleteOthers(folder, files);
  }
  const bundled = bundles.flatMap(([, modules]) => modules.flatMap(({ inputs }) => inputs));
  const printing = [...printingFiles().values()].map((source) => relative(root, source));
  record.keep([...new Set([...bundled, ...printing])].sort());
  return folders;
}

async function bundle(entryPoints: Iterable<readonly [Handler, string]>): Promise<readonly Module[]> {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: Object.fromEntries(entryPoints),
    metafile: true,
    write: false,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return Object.entries(metafile.outputs)
    .map(([path, { inputs }]) => ({ name: basename(path), inputs: Object.keys(inputs) }))
    .filter(({ name }) => name.endsWith('.mjs'))
    .map(({ name, inputs }) => {
      return { name, code: texts.get(name) ?? '', map: texts.get(`${name}.map`) ?? '', inputs };
    });
}

/** The files of a folder by their names. */
function filesOf(modules: readonly Module[]): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const { name, code, map } of modules) {
    files.set(name, Buffer.from(`${code}//# sourceMappingURL=${name}.map\n`));
    files.set(`${name}.map`, Buffer.from(map));
  }
  const prints = modules.some(({ inputs }) => inputs.includes('documents/render.ts'));
  if (prints) for (const [name, source] of printingFiles()) files.set(name, readFileSync(source));
  return files;
}

/** What documents are printed with, apart from the modules that print them: where each file comes from. */
function printingFiles(): ReadonlyMap<string, string> {
  const fonts = join(root, 'documents', 'fonts', 'files');
  const colours = join('data', 'sRGB_IEC61966_2_1.icc');
  const pdfkit = dirname(fileURLToPath(import.meta.resolve('pdfkit')));
  const shaper = 'harfbuzz.wasm';
  const harfbuzz = dirname(fileURLToPath(import.meta.resolve('harfbuzzjs')));
  const names = readdirSync(fonts).filter((name) => name.endsWith('.ttf'));
  return new Map([
    ...names.map((name) => [join('files', name), join(fonts, name)] as const),
    [colours, join(pdfkit, colours)] as const,
    [shaper, join(harfbuzz, shaper)] as const,
  ]);
}

/** Deletes the modules that an earlier bundle has left in a folder. */
function deleteOthers(folder: string, kept: ReadonlyMap<string, Buffer>): void {
  for (const name of readdirSync(folder))
    if (/\.mjs(\.map)?$/.test(name) && !kept.has(name)) rmSync(join(folder, name), { force: true });
}

/** Keeps a file of the same content and replaces another as a whole: a concurrent synthesis may be reading it. */
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
