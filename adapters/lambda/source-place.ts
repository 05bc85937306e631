import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const place = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/;

/**
 * A line of a stack trace with its place in the sources, such as `app/run/assess.ts:41:9`, where the bundle has a source map;
 * otherwise the line as it is. Node does the same with `--enable-source-maps`, but reads the maps of all modules when a
 * function starts, which takes a sixth of its start (docs/speed.md): here they are read once something has failed.
 */
export function inSources(frame: string): string {
  return frame.replace(place, (bundled: string, module: string, line: string, column: string) => {
    const entry = mapOf(module)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return bundled;
    const source = entry.originalSource.replace(/^(\.\.\/)+/, '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** The source map beside a module of a bundle; undefined where there is none that can be read. */
function mapOf(module: string): SourceMap | undefined {
  try {
    const map = mapSchema().parse(JSON.parse(readFileSync(`${fileURLToPath(module)}.map`, 'utf8')));
    return new SourceMap({ file: '', sourceRoot: '', sourcesContent: [], ...map });
  } catch {
    return undefined;
  }
}

/** Made when something has failed, not when a function starts. */
const mapSchema = () =>
  z.object({
    version: z.number(),
    sources: z.array(z.string()),
    names: z.array(z.string()),
    mappings: z.string(),
  });
