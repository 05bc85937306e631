import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test('whatever fails between the application and its services, nothing is lost and nothing is doubled', async () => {
  const args = ['test/weather/main.ts', '--seed', '1', '--seeds', '8', '--licences', '5', '--days', '500'];
  // A seed that fails ends the process with another status, and this promise with what it printed.
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64_000_000 });
  expect(stderr).toContain('0 of 8 seeds failed');
}, 300_000);
