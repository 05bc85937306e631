import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { dropUnused, useAssembly } from '../../../cli/assembly/assembly-users.ts';

function folderOfAssemblies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-assemblies-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('an assembly stays while a process uses it; what killed processes have left goes', async () => {
  const folder = folderOfAssemblies();
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const release = useAssembly(join(folder, 'used'));
  mkdirSync(join(folder, 'used'));
  mkdirSync(join(folder, `used.${dead}`));
  mkdirSync(join(folder, `draft.${process.pid}`));
  mkdirSync(join(folder, 'killed'));
  mkdirSync(join(folder, 'killed.users'));
  writeFileSync(join(folder, 'killed.users', String(dead)), '');
  await dropUnused(folder);
  expect(readdirSync(folder).sort()).toEqual([`draft.${process.pid}`, 'used', 'used.users']);
  release();
  await dropUnused(folder);
  expect(readdirSync(folder)).toEqual([`draft.${process.pid}`]);
});

test('an assembly that a process uses twice stays until both are done with it', async () => {
  const folder = folderOfAssemblies();
  const releases = [useAssembly(join(folder, 'used')), useAssembly(join(folder, 'used'))];
  mkdirSync(join(folder, 'used'));
  releases.pop()?.();
  await dropUnused(folder);
  expect(readdirSync(folder).sort()).toEqual(['used', 'used.users']);
  releases.pop()?.();
  await dropUnused(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test('several processes may drop the same at the same time', async () => {
  const folder = folderOfAssemblies();
  const users = new URL('../../../cli/assembly/assembly-users.ts', import.meta.url).href;
  for (let count = 0; count < 300; count += 1) mkdirSync(join(folder, `unused${count}`));
  const program = `const { dropUnused } = await import('${users}'); await dropUnused(process.argv[1]);`;
  const run = promisify(execFile);
  const drop = () => run(process.execPath, ['--input-type=module', '-e', program, folder]);
  await Promise.all([drop(), drop(), drop()]);
  expect(readdirSync(folder)).toEqual([]);
});
