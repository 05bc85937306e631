import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dropUnused, useAssembly } from '../../../cli/assembly/assembly-users.ts';

function folderOfAssemblies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-assemblies-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('an assembly stays while a process uses it; what killed processes have left goes', () => {
  const folder = folderOfAssemblies();
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const release = useAssembly(join(folder, 'used'));
  mkdirSync(join(folder, 'used'));
  mkdirSync(join(folder, `used.${dead}`));
  mkdirSync(join(folder, `draft.${process.pid}`));
  mkdirSync(join(folder, 'killed'));
  mkdirSync(join(folder, 'killed.users'));
  writeFileSync(join(folder, 'killed.users', String(dead)), '');
  dropUnused(folder);
  expect(readdirSync(folder).sort()).toEqual([`draft.${process.pid}`, 'used', 'used.users']);
  release();
  dropUnused(folder);
  expect(readdirSync(folder)).toEqual([`draft.${process.pid}`]);
});
