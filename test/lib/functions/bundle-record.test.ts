import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { BundleRecord } from '../../../lib/functions/bundle-record.ts';

/** A project with two sources and a handler that was bundled of them. */
function bundled() {
  const root = mkdtempSync(join(tmpdir(), 'perennial-bundle-record-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const write = (path: string, text: string) => {
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'made', 'assess'), { recursive: true });
  write('package-lock.json', '{}');
  write('one.ts', 'one');
  write('two.ts', 'two');
  write('made/assess/index.mjs', 'onetwo');
  const record = (settings: object = {}) => new BundleRecord(root, join(root, 'made'), settings);
  record().keep(['one.ts', 'two.ts']);
  return { root, write, record };
}

it('is true as long as sources, packages, settings and bundles stay as they are', () => {
  expect(bundled().record().isTrue()).toBe(true);
});

it.each(['one.ts', 'package-lock.json', 'made/assess/index.mjs'])('is not true when %s changes', (path) => {
  const { write, record } = bundled();
  write(path, 'something else');
  expect(record().isTrue()).toBe(false);
});

it.each(['two.ts', 'made/assess/index.mjs', 'made/assess'])('is not true when %s is gone', (path) => {
  const { root, record } = bundled();
  rmSync(join(root, path), { recursive: true });
  expect(record().isTrue()).toBe(false);
});

it('is not true for a module that is left of another bundle, for other settings, or when it was dropped', () => {
  const { write, record } = bundled();
  expect(record({ minify: true }).isTrue()).toBe(false);
  write('made/assess/other.mjs', '');
  expect(record().isTrue()).toBe(false);
  record().keep(['one.ts']);
  expect(record().isTrue()).toBe(true);
  record().drop();
  expect(record().isTrue()).toBe(false);
});
