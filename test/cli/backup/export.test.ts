import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readManifest } from '../../../cli/backup/manifest.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;

beforeAll(async () => {
  operator = await openOperator();
  await operator.licence(vtube, { coverEnds: '2026-12-31' });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await operator.stop();
});

/** Has the system write no more than half of what it is given, as it may where a disk fills up. */
async function writeHalves(): Promise<void> {
  const handle = await open(join(operator.folder, 'any'), 'w');
  const prototype = Object.getPrototypeOf(handle) as { write: (part: Buffer) => Promise<unknown> };
  const { write } = prototype;
  vi.spyOn(prototype, 'write').mockImplementation(function (this: FileHandle, part) {
    return write.call(this, part.subarray(0, Math.ceil(part.length / 2)));
  });
  await handle.close();
}

test('a backup is whole where the system writes less than it is given', async () => {
  await writeHalves();
  const out = join(operator.folder, 'backup');
  expect(await operator.on('2026-06-01', ['export', '--out', out])).toMatchObject({ status: 0 });
  const { manifest } = await readManifest(out, new AbortController().signal);
  expect(manifest).toMatchObject({ licences: 1, customers: 1 });
  const lines = (await readFile(join(out, 'licences.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ licenceId: 'L-1' }]);
});
