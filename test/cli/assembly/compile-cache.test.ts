import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dropLargeCache } from '../../../cli/assembly/compile-cache.ts';

test('what was compiled stays until it takes too much, and where there is nothing all is well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-compiled-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'v24', 'module');
  mkdirSync(join(folder, 'v24'));
  writeFileSync(file, 'x'.repeat(1000));
  await dropLargeCache(folder, 1000);
  expect(existsSync(file)).toBe(true);
  await dropLargeCache(folder, 999);
  expect(existsSync(file)).toBe(false);
  await dropLargeCache(folder, 999);
});
