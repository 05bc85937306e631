import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { apis, eventHandlers } from '../../../contracts/deployment/handlers.ts';
import { steps } from '../../../contracts/workflow/steps.ts';
import { bundleHandlers } from '../../../lib/functions/handlers.ts';

const folders = bundleHandlers();
const bundle = (step: string) => join([...folders].find(([name]) => name === step)?.[1] ?? '', 'index.mjs');

const handlers = [...steps, ...eventHandlers, ...apis];

it.each(handlers)('bundles %s with everything it imports but Node itself', (step) => {
  const imports = readFileSync(bundle(step), 'utf8').matchAll(
    /(?:^|;)import(?:[^;"'`()]*from)?["']([^"']+)["']/g,
  );
  const others = [...imports].map(([, name = '']) => name).filter((name) => !isBuiltin(name));
  expect(others).toEqual([]);
});

it('makes the same bundle in whatever folder the project lies', () => {
  const root = join(import.meta.dirname, '../../..');
  for (const step of handlers) {
    expect(readFileSync(bundle(step), 'utf8')).not.toContain(root);
    expect(readFileSync(`${bundle(step)}.map`, 'utf8')).not.toContain(root);
  }
});

it('leaves bundles alone that have not changed, for others may be reading them', () => {
  const before = handlers.map((step) => statSync(bundle(step)).ino);
  bundleHandlers();
  expect(handlers.map((step) => statSync(bundle(step)).ino)).toEqual(before);
}, 120_000);

it('keeps entitlements small, for an update server waits for its answer', () => {
  expect(statSync(bundle('entitlements')).size).toBeLessThan(600_000);
});
