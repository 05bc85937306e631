import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskProblemIn } from '../../../cli/shell/disk-problem.ts';

const script = join(import.meta.dirname, '../../../bin/perennial.ts');
/** A device that is always full. */
const full = '/dev/full';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a full disk and a file that may not be opened are named with their remedies', () => {
  const device = openSync(full, 'w');
  const noSpace = thrownBy(() => writeSync(device, 'x'));
  closeSync(device);
  expect(diskProblemIn(new Error('the step failed', { cause: noSpace }))).toBe(
    'The disk is full (ENOSPC). Free some space, or choose another disk, and run the command again.',
  );
  const denied = Object.assign(new Error('denied'), { code: 'EACCES', path: '/data/tables' });
  expect(diskProblemIn(denied)).toContain('You have no permission to open a file: /data/tables (EACCES).');
  expect(diskProblemIn(thrownBy(() => openSync('/no/such/file', 'r')))).toBeUndefined();
});

test('results that cannot be written are named once, and end with status 1', () => {
  const device = openSync(full, 'w');
  const { status, stderr } = spawnSync(process.execPath, [script, '--help'], {
    stdio: ['ignore', device, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(device);
  expect(stderr).toBe(
    'The result cannot be written to the standard output: ENOSPC: no space left on device, write\n',
  );
  expect(status).toBe(1);
});
