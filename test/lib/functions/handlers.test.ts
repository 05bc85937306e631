import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apis, eventHandlers } from '../../../contracts/deployment/handlers.ts';
import { steps } from '../../../contracts/workflow/steps.ts';
import { bundleHandlers } from '../../../lib/functions/handlers.ts';

describe.each([
  ['handlers that share modules', false],
  ['handlers bundled apart', true],
])('%s', async (_, apart) => {
  const folders = await bundleHandlers({ apart });
  const folderOf = (step: string) => [...folders].find(([name]) => name === step)?.[1] ?? '';
  const bundle = (step: string) => join(folderOf(step), `${step}.mjs`);
  const modulesOf = (step: string) => readdirSync(folderOf(step)).filter((name) => name.endsWith('.mjs'));

  const handlers = [...steps, ...eventHandlers, ...apis];

  /** What a module imports before it runs: Node's own modules and those beside it. */
  function importsOf(step: string, name: string): readonly string[] {
    const code = readFileSync(join(folderOf(step), name), 'utf8');
    const imports = code.matchAll(/(?:^|;)import(?:[^;"'`()]*from)?["']([^"']+)["']/gm);
    return [...imports].map(([, imported = '']) => imported);
  }

  /** The modules that are loaded when a function starts. */
  function loadedAtStart(step: string): ReadonlySet<string> {
    const loaded = new Set<string>();
    const load = (name: string) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      for (const imported of importsOf(step, name)) if (imported.startsWith('./')) load(imported.slice(2));
    };
    load(`${step}.mjs`);
    return loaded;
  }

  it.each(handlers)('bundles %s with everything it imports but Node itself', (step) => {
    const imports = modulesOf(step).flatMap((name) => importsOf(step, name));
    const modules = modulesOf(step).map((name) => `./${name}`);
    expect(imports.filter((name) => !isBuiltin(name) && !modules.includes(name))).toEqual([]);
  });

  it('makes the same bundle in whatever folder the project lies', () => {
    const root = join(import.meta.dirname, '../../..');
    for (const step of handlers) {
      for (const name of modulesOf(step)) {
        expect(readFileSync(join(folderOf(step), name), 'utf8')).not.toContain(root);
        expect(readFileSync(join(folderOf(step), `${name}.map`), 'utf8')).not.toContain(root);
      }
    }
  });

  it.each(['deliver-mail', 'operator'])('%s loads what prints documents when it prints one', (step) => {
    const printers = modulesOf(step).filter((name) => /^render-/.test(name));
    expect(printers).toHaveLength(1);
    expect([...loadedAtStart(step)]).toEqual(expect.not.arrayContaining(printers));
  });

  it('leaves bundles alone that have not changed, for others may be reading them', async () => {
    const before = handlers.map((step) => statSync(bundle(step)).ino);
    await bundleHandlers({ apart });
    expect(handlers.map((step) => statSync(bundle(step)).ino)).toEqual(before);
  }, 300_000);

  it('keeps entitlements small, for an update server waits for its answer', () => {
    const sizes = [...loadedAtStart('entitlements')].map(
      (name) => statSync(join(folderOf('entitlements'), name)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
  });

  it.each(handlers)('loads few modules when %s starts', (step) => {
    expect(loadedAtStart(step).size).toBeLessThanOrEqual(apart ? 20 : 70);
  });
});

it('what is deployed has no module that it never imports', async () => {
  const folders = await bundleHandlers({ apart: true });
  const modules = readdirSync(folders.get('entitlements') ?? '');
  expect(modules.filter((name) => /^render-/.test(name))).toEqual([]);
});

it('on a laptop all functions have one folder', async () => {
  const folders = await bundleHandlers({ apart: false });
  expect(new Set(folders.values()).size).toBe(1);
});
