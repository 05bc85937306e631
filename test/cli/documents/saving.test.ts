import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { videoSma } from '../../../plans/video-sma.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-documents-'));
  operator = await openOperator();
  const known = await operator.post.customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  await operator.post.customers.put({ ...known, country: 'IE', eInvoice: 'peppol' });
  const facts = { country: 'IE', coverEnds: '2026-02-28', registeredOn: '2026-02-01' };
  await operator.licence(videoSma, facts);
  for (const day of ['2026-02-28', '2026-03-01']) await operator.on(day, ['run', videoSma.id, '--yes']);
}, 300_000);
afterAll(async () => {
  await operator.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('document saves the PDF and the XML beside it as the customer got them', async () => {
  const { status, out, err } = await operator.on('2026-03-02', [
    'document',
    'SMA-2026-00001',
    '--out',
    folder,
  ]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const names = ['SMA-2026-00001.pdf', 'SMA-2026-00001.xml'];
  expect(out.trim().split('\n')).toEqual(names.map((name) => join(folder, name)));
  expect(readdirSync(folder)).toEqual(names);
  expect(readFileSync(join(folder, 'SMA-2026-00001.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readFileSync(join(folder, 'SMA-2026-00001.xml'), 'utf8')).toContain(
    '<cbc:ID>SMA-2026-00001</cbc:ID>',
  );
});

test('document refuses a number that nothing has', async () => {
  const { status, err } = await operator.on('2026-03-02', ['document', 'SMA-2026-00009']);
  expect(status).toBe(2);
  expect(err).toContain('There is no document SMA-2026-00009.');
});
