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

/** A module of the bundle: what it consists of, and the modules that it imports, at once or when it needs them. */
interface Module {
  readonly code: string;
  readonly map: string;
  readonly inputs: readonly string[];
  readonly imports: readonly string[];
}

/**
 * Bundles every handler with all that it imports, the AWS SDK too, so that what was tested is what runs. Gives the
 * folder of each, with `index.mjs`, the modules that it imports, and their source maps. What is imported dynamically,
 * such as the PDF engine, is a module of its own, which is not loaded before. The same sources give the same bytes, and are
 * not bundled again.
 * @param apart whether each handler is bundled by itself, as for AWS: it then has few modules and starts with a tenth less
 * CPU. Otherwise handlers share modules, which takes a seventh of the CPU.
 */
export async function bundleHandlers({
  apart,
}: {
  readonly apart: boolean;
}): Promise<ReadonlyMap<Handler, string>> {
  const target = join(dist, apart ? 'deployed-handlers' : 'handlers');
  const folders = new Map([...sources.keys()].map((handler) => [handler, join(target, handler)]));
  const record = new BundleRecord(root, target, { bundling, bundler, sources: [...sources] });
  if (record.isTrue()) return folders;
  const modules = await (apart ? bundledApart() : bundledTogether());
  record.drop();
  for (const [handler, folder] of folders) {
    const files = filesOf(handler, modules.get(handler) ?? raise(`there is no bundle of ${handler}`));
    for (const [name, contents] of files) writeIfChanged(join(folder, name), contents);
    deleteOthers(folder, files);
  }
  const bundled = [...modules.values()].flatMap((ofHandler) =>
    [...ofHandler.values()].flatMap(({ inputs }) => inputs),
  );
  const printing = [...printingFiles().values()].map((source) => relative(root, source));
  record.keep([...new Set([...bundled, ...printing])].sort());
  return folders;
}

/** Modules by their file names. */
type Modules = ReadonlyMap<string, Module>;

/** The modules of each handler, those that several handlers import made once. */
async function bundledTogether(): Promise<ReadonlyMap<Handler, Modules>> {
  const modules = await bundle(sources);
  return new Map([...sources.keys()].map((handler) => [handler, modules]));
}

/** The modules of each handler, made for it alone. */
async function bundledApart(): Promise<ReadonlyMap<Handler, Modules>> {
  const each = [...sources].map(async ([handler, source]) => {
    return [handler, await bundle(new Map([[handler, source]]))] as const;
  });
  return new Map(await Promise.all(each));
}

async function bundle(entryPoints: ReadonlyMap<Handler, string>): Promise<Modules> {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: Object.fromEntries(entryPoints),
    metafile: true,
    write: false,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return new Map(
    Object.entries(metafile.outputs)
      .map(([path, output]) => [basename(path), output] as const)
      .filter(([name]) => name.endsWith('.mjs'))
      .map(([name, { imports, inputs }]) => [
        name,
        {
          code: texts.get(name) ?? '',
          map: texts.get(`${name}.map`) ?? '',
          inputs: Object.keys(inputs),
          imports: imports.filter(({ external }) => external !== true).map(({ path }) => basename(path)),
        },
      ]),
  );
}

/** The files of a handler's folder by their names. */
function filesOf(handler: Handler, modules: Modules): ReadonlyMap<string, Buffer> {
  const names = new Set<string>();
  const add = (name: string) => {
    if (names.has(name)) return;
    names.add(name);
    for (const imported of modules.get(name)?.imports ?? []) add(imported);
  };
  add(`${handler}.mjs`);
  const files = new Map<string, Buffer>();
  for (const name of names) {
    const { code, map } = modules.get(name) ?? raise(`the bundle of ${handler} has no module ${name}`);
    const file = name === `${handler}.mjs` ? 'index.mjs' : name;
    files.set(file, Buffer.from(`${code}//# sourceMappingURL=${file}.map\n`));
    files.set(`${file}.map`, Buffer.from(map));
  }
  const prints = [...names].some((name) => modules.get(name)?.inputs.includes('documents/render.ts'));
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

/** Deletes the modules that an earlier bundle has left in a handler's folder. */
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

function raise(message: string): never {
  throw new Error(message);
}
