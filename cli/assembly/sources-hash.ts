import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Folders of which nothing is synthesised. */
const left: ReadonlySet<string> = new Set(['node_modules', 'dist', 'cdk.out', 'docs', 'samples', 'test']);

/** What code, configuration, fonts and pictures are kept in. */
const isSource = /\.(ts|tsx|js|mjs|json|ttf|otf|woff2?|icc|wasm|svg|png|css|html)$/;

/** A hash of everything that the synthesised application depends on: the sources, and how the CDK is called. */
export function sourcesHash(root: string): string {
  const hash = createHash('sha256');
  const { CDK_CONTEXT_JSON: context = '' } = process.env;
  hash.update(JSON.stringify([process.version, context]));
  for (const file of sourcesIn(root)) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

function sourcesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name.startsWith('.') || left.has(entry.name) ? [] : sourcesIn(path);
      return entry.isFile() && isSource.test(entry.name) ? [path] : [];
    });
}
