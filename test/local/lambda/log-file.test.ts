import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LogFile } from '../../../local/lambda/log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-log-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('has every line once it is closed', async () => {
  const log = new LogFile(join(folder, 'greet.log'));
  log.write(Buffer.from('one\n'));
  log.write(Buffer.from('two\n'));
  await log.close();
  expect(readFileSync(join(folder, 'greet.log'), 'utf8')).toBe('one\ntwo\n');
});

it('is closed, though it cannot be written, and says once what it loses', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const log = new LogFile(folder);
  log.write(Buffer.from('one\n'));
  await log.close();
  expect(said.mock.calls.flat().join('')).toMatch(/^The log .* loses lines: EISDIR/);
  expect(said).toHaveBeenCalledTimes(1);
});
