import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import * as z from 'zod/mini';
import type { AnswerRequest, LocalConsoleSettings } from '../../client/console/console-settings.ts';

const root = join(import.meta.dirname, '..', '..');
const web = join(root, 'web');
const bundles = join(root, 'dist', 'console');

type LocalConsole = (settings: LocalConsoleSettings) => AnswerRequest;

const bundleSchema = z.object({
  localConsole: z.custom<LocalConsole>((value) => typeof value === 'function'),
});

/** The pages of the console, bundled anew when their sources have changed: Node runs TypeScript, but not JSX. */
export async function loadConsole(): Promise<LocalConsole> {
  const file = join(bundles, `${sourcesOfPages()}.js`);
  if (!existsSync(file)) await bundle(file);
  const loaded: unknown = await import(pathToFileURL(file).href);
  return bundleSchema.parse(loaded).localConsole;
}

/** Makes a bundle under another name and renames it, so that an incomplete one is never found. */
async function bundle(file: string): Promise<void> {
  const { build } = await import('esbuild');
  mkdirSync(bundles, { recursive: true });
  for (const old of readdirSync(bundles)) rmSync(join(bundles, old), { force: true });
  const draft = `${file}.${process.pid}`;
  await build({
    entryPoints: [join(web, 'console', 'app.tsx')],
    outfile: draft,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'silent',
    plugins: [otherRoomsAsTheyAre],
  });
  renameSync(draft, file);
}

/** What is not of `web/` is imported from its source: the command line and the pages share one client. */
const otherRoomsAsTheyAre: Plugin = {
  name: 'other-rooms-as-they-are',
  setup: (build) => {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer }) => {
      const source = resolve(dirname(importer), path);
      if (importer === '' || source.startsWith(web + sep)) return undefined;
      return { path: relative(bundles, source).split(sep).join('/'), external: true };
    });
  },
};

function sourcesOfPages(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of readdirSync(web, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (/\.tsx?$/.test(name)) hash.update(name).update(readFileSync(join(web, name)));
  }
  return hash.digest('hex').slice(0, 32);
}
