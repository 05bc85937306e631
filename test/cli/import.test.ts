import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookFolder, customerFile, licenceFile } from './book/book-files.ts';
import { openOperator, type Operator } from './support/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

let count = 0;

/** A book of one customer with one licence, under ids that no other test has. */
function newBook() {
  const customerId = `C-I${(count += 1)}`;
  const licenceId = `L-I${count}`;
  const folder = bookFolder();
  const write = (customer: Record<string, string>, licence: Record<string, string>) => {
    writeFileSync(join(folder, 'customers.csv'), customerFile({ customerId, ...customer }));
    writeFileSync(join(folder, 'licences.csv'), licenceFile({ licenceId, customerId, ...licence }));
  };
  write({}, {});
  return { folder, licenceId, customerId, write };
}

const importing = (folder: string, ...args: readonly string[]) =>
  operator.on('2026-03-01', ['import', folder, ...args]);

test('a dry run says what is new, and does nothing', async () => {
  const { folder, licenceId } = newBook();
  const { status, out, err } = await importing(folder, '--dry-run');
  expect(status).toBe(0);
  expect(out).toMatch(/customers +1 +0 +0\nlicences +1 +0 +0\n/);
  expect(err).toContain('activity.csv is left out');
  expect(await operator.journal(licenceId)).toEqual([]);
});

test('a book comes in once, on the day of the import, however often it is imported', async () => {
  const { folder, licenceId } = newBook();
  expect((await importing(folder, '--yes')).status).toBe(0);
  const { status, out } = await operator.on('2026-03-02', ['import', folder, '--yes']);
  expect(status).toBe(0);
  expect(out).toContain('1 licences are as they were');
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
  const stored = await operator.post.licences.load(licenceId);
  expect(stored?.licence.facts.registeredOn).toBe('2026-03-01');
});

test('a customer that moved is changed, field by field, and so is its licence, with the tax of its country', async () => {
  const { folder, licenceId, customerId, write } = newBook();
  await importing(folder, '--yes');
  write({ country: 'NZ', kind: 'reseller' }, {});
  const { status, out } = await importing(folder, '--yes');
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`${customerId} +changed +country +GB +NZ\n`));
  expect(out).toMatch(new RegExp(`${licenceId} +changed +customerKind +end-user +reseller\n`));
  expect((await operator.journal(licenceId)).at(-1)).toBe('CustomerChanged');
  expect((await operator.post.customers.get(customerId))?.country).toBe('NZ');
});

test('other facts that differ are refused with the remedy, and the licence stays as it is', async () => {
  const { folder, licenceId, write } = newBook();
  await importing(folder, '--yes');
  write({}, { edition: 'Server', modules: 'AIP=950.00' });
  const { status, out, err } = await importing(folder, '--yes');
  expect(status).toBe(1);
  expect(out).toMatch(new RegExp(`${licenceId} +refused +edition +nothing +Server\n`));
  expect(out).toMatch(/refused +modules +AIP GBP 899\.00 +AIP GBP 950\.00\n/);
  expect(err).toContain('facts are history: use');
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
});

test('a fact that an activity has supplied since is no difference', async () => {
  const { folder, licenceId, write } = newBook();
  const vtube = { planId: 'vtube-laser-smp', product: 'VTube-LASER', modules: '', purchasedOn: '' };
  write({}, vtube);
  await importing(folder, '--yes');
  await operator.on('2026-03-02', ['activate', licenceId, '--yes']);
  const { status, out } = await operator.on('2026-03-03', ['import', folder]);
  expect(status).toBe(0);
  expect(out).toContain('1 licences are as they were');
});

test('a book with mistakes is refused whole, with every mistake, and nothing happens', async () => {
  const { folder, licenceId, write } = newBook();
  write({ country: 'UK' }, { planId: 'none' });
  const { status, err } = await importing(folder, '--yes');
  expect(status).toBe(2);
  expect(err).toContain('refused for 2 mistakes; nothing was done\ncustomers.csv:2, country: found "UK"');
  expect(err).toContain('licences.csv:2, planId: found "none"');
  expect(await operator.journal(licenceId)).toEqual([]);
});

test('the sample book comes in, its activities left out', async () => {
  const folder = bookFolder();
  cpSync('samples/five-plans', folder, { recursive: true });
  const { status, out } = await importing(folder, '--yes', '--date', '2025-12-01');
  expect(status).toBe(0);
  expect(out).toMatch(/licences +\d+ +0 +0\n/);
  expect((await operator.journal('SN-1001')).slice(0, 2)).toEqual(['LicenceRegistered', 'TermStarted']);
});
