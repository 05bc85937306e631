import { transformSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { inSources } from '../../../adapters/lambda/source-place.ts';

const source = ['export function fail() {', '', "  throw new Error('on line 3');", '}', ''].join('\n');

/** A module as bundles have them, with and without its source map; gives where it is. */
function bundled({ withMap }: { readonly withMap: boolean }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-source-place-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'index.mjs');
  const options = { minify: true, sourcefile: '../../app/run/failing.ts', sourcemap: 'external' } as const;
  const { code, map } = transformSync(source, options);
  writeFileSync(file, code);
  if (withMap) writeFileSync(`${file}.map`, map);
  return pathToFileURL(file).href;
}

it('names the place in the sources', () => {
  const frame = `    at fail (${bundled({ withMap: true })}:1:24)`;
  expect(inSources(frame)).toMatch(/^ {4}at fail \(app\/run\/failing\.ts:3:\d+\)$/);
});

it('leaves a line alone whose module has no map', () => {
  const frame = `    at fail (${bundled({ withMap: false })}:1:24)`;
  expect(inSources(frame)).toBe(frame);
});

it('leaves a line alone that is not in a bundle', () => {
  expect(inSources('    at node:internal/main:1:2')).toBe('    at node:internal/main:1:2');
});
