import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { RowWriter } from '../../../cli/import/row-writer.ts';
import type { ImportRow } from '../../../contracts/operator/operations.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { bookFolder, customerFile, licenceFile } from '../../support/cli/book-files.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

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
  expect(out).toMatch(/customers +1 +0 +0 +0\nlicences +1 +0 +0 +0\n/);
  expect(err).toContain('Skipping activity.csv: ');
  expect(await operator.journal(licenceId)).toEqual([]);
});

test('a book comes in once, on the day of the import, however often it is imported', async () => {
  const { folder, licenceId } = newBook();
  expect((await importing(folder, '--yes')).status).toBe(0);
  const { status, out } = await operator.on('2026-03-02', ['import', folder, '--yes']);
  expect(status).toBe(0);
  expect(out).toMatch(/licences +0 +0 +1 +0\n/);
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

test('other facts that differ refuse the book with the remedy, and nothing is written of it', async () => {
  const { folder, licenceId, customerId, write } = newBook();
  await importing(folder, '--yes');
  write({ country: 'DE' }, { edition: 'Server', modules: 'AIP=950.00' });
  const { status, out, err } = await importing(folder, '--yes');
  expect(status).toBe(2);
  expect(out).toMatch(/licences +0 +0 +0 +1\n/);
  expect(out).toMatch(new RegExp(`${licenceId} +refused +edition +nothing +Server\n`));
  expect(out).toMatch(/refused +modules +AIP GBP 899\.00 +AIP GBP 950\.00\n/);
  expect(err).toContain('Nothing was imported: facts of 1 licence differ from the tables');
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
  expect((await operator.post.customers.get(customerId))?.country).toBe('GB');
});

test('a fact that an activity has supplied since is no difference', async () => {
  const { folder, licenceId, write } = newBook();
  const vtube = { planId: 'vtube-laser-smp', product: 'VTube-LASER', modules: '', purchasedOn: '' };
  write({}, vtube);
  await importing(folder, '--yes');
  await operator.on('2026-03-02', ['activate', licenceId, '--yes']);
  const { status, out } = await operator.on('2026-03-03', ['import', folder]);
  expect(status).toBe(0);
  expect(out).toMatch(/licences +0 +0 +1 +0\n/);
});

test('a book with mistakes is refused whole, with every mistake, and nothing happens', async () => {
  const { folder, licenceId, write } = newBook();
  write({ country: 'UK' }, { planId: 'none' });
  const { status, err } = await importing(folder, '--yes');
  expect(status).toBe(2);
  expect(err).toContain('has 2 mistakes. Nothing was imported.\ncustomers.csv:2, country: found "UK"');
  expect(err).toContain('licences.csv:2, planId: found "none"');
  expect(await operator.journal(licenceId)).toEqual([]);
});

test('of very many mistakes the first fifty are printed, and all are counted', async () => {
  const { folder } = newBook();
  const rows = Array.from({ length: 120 }, (_, index) => ({
    licenceId: `L-M${index}`,
    customerId: 'nobody',
  }));
  writeFileSync(join(folder, 'licences.csv'), licenceFile(...rows));
  const { status, err } = await importing(folder, '--yes');
  expect(status).toBe(2);
  expect(err).toContain('has 120 mistakes');
  expect(err.match(/found "nobody"/g)).toHaveLength(50);
  expect(err).toContain('and 70 more');
});

/** A book of more than is written at a time, a customer for each licence. */
function largeBook() {
  const ids = Array.from({ length: 60 }, (_, index) => String(index));
  const folder = bookFolder({
    'customers.csv': customerFile(...ids.map((id) => ({ customerId: `C-B${id}` }))),
    'licences.csv': licenceFile(...ids.map((id) => ({ licenceId: `L-B${id}`, customerId: `C-B${id}` }))),
  });
  return { folder, licenceIds: ids.map((id) => `L-B${id}`) };
}

test('Ctrl-C ends an import after what is under way, and the next takes up the rest without doubling', async () => {
  const { folder, licenceIds } = largeBook();
  const first = await operator.on('2026-03-01', ['import', folder, '--yes'], undefined, 'written, 70 %');
  expect(first.status).toBe(130);
  const [, done, written] = /Stopped after (\d+) of 120 .*, with (\d+) writes/.exec(first.err) ?? [];
  expect(written).toBe(done);
  const before = await Promise.all(licenceIds.map((id) => operator.journal(id)));
  expect(before.filter((events) => events.length > 0)).toHaveLength(Number(done) - licenceIds.length);
  const second = await operator.on('2026-03-02', ['import', folder, '--yes']);
  expect(second.status).toBe(0);
  expect(second.out).toMatch(new RegExp(`licences +${120 - Number(done)} +0 +${Number(done) - 60} +0\n`));
  const after = await Promise.all(licenceIds.map((id) => operator.journal(id)));
  expect(after).toEqual(licenceIds.map(() => ['LicenceRegistered', 'TermStarted']));
});

test('a customer that moved has its licences changed that the book does not have, and only once', async () => {
  const { folder, licenceId, customerId, write } = newBook();
  await importing(folder, '--yes');
  write({ country: 'DE' }, { licenceId: `${licenceId}-B` });
  const { out } = await importing(folder, '--dry-run');
  expect(out).toMatch(new RegExp(`${licenceId} +changed +country +GB +DE\n`));
  expect((await importing(folder, '--yes')).status).toBe(0);
  expect((await importing(folder, '--yes')).status).toBe(0);
  expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted', 'CustomerChanged']);
  expect((await operator.post.licences.load(licenceId))?.licence.facts.country).toBe('DE');
  expect((await operator.post.customers.get(customerId))?.country).toBe('DE');
});

type Write = (this: RowWriter, row: ImportRow) => Promise<void>;

/** Has the process die after so many writes: the next never happens, and nobody hears of it any more. */
function deathAfter(writes: number): Promise<undefined> {
  const death = Promise.withResolvers<undefined>();
  let [begun, ended] = [0, 0];
  const { write } = RowWriter.prototype as unknown as Record<'write', Write>;
  const doomed = async function (this: RowWriter, row: ImportRow) {
    if ((begun += 1) <= writes) await write.call(this, row).finally(() => (ended += 1));
    if (begun > writes && ended === writes) death.resolve(undefined);
    if (begun > writes) await new Promise(() => undefined);
  };
  vi.spyOn(RowWriter.prototype, 'write').mockImplementation(doomed);
  return death.promise;
}

test.each([0, 1, 2, 3, 4])(
  'an import whose process dies after write %i of 5 is made good by the next',
  async (writes) => {
    const { folder, licenceId, customerId } = newBook();
    const of = (part: string) => ({ licenceId: `${licenceId}${part}`, customerId });
    writeFileSync(join(folder, 'licences.csv'), licenceFile(of('-in'), of('-besides')));
    await importing(folder, '--yes');
    const customers = customerFile({ customerId, country: 'DE' }, { customerId: `${customerId}-new` });
    const licences = licenceFile(of('-in'), { ...of('-new'), customerId: `${customerId}-new` });
    writeFileSync(join(folder, 'customers.csv'), customers);
    writeFileSync(join(folder, 'licences.csv'), licences);
    const death = deathAfter(writes);
    await Promise.race([death, importing(folder, '--yes').then(() => expect.unreachable())]);
    vi.restoreAllMocks();
    expect((await importing(folder, '--yes')).status).toBe(0);
    const entered = ['LicenceRegistered', 'TermStarted'];
    expect(await operator.journal(`${licenceId}-in`)).toEqual([...entered, 'CustomerChanged']);
    expect(await operator.journal(`${licenceId}-besides`)).toEqual([...entered, 'CustomerChanged']);
    expect(await operator.journal(`${licenceId}-new`)).toEqual(entered);
    expect((await operator.post.customers.get(customerId))?.country).toBe('DE');
    expect(await operator.post.customers.get(`${customerId}-new`)).toBeDefined();
  },
);

test('an address that sends mail back is no difference of a customer, and stays known', async () => {
  const { folder, customerId } = newBook();
  await importing(folder, '--yes');
  const customer = await operator.post.customers.get(customerId);
  if (customer === undefined) throw new Error('the customer did not come in');
  await operator.post.customers.noteUndeliverable(
    customer.customerId,
    customer.email,
    civilDate('2026-03-01'),
  );
  const { out } = await importing(folder, '--dry-run');
  expect(out).toMatch(/customers +0 +0 +1 +0\n/);
});

test('--json gives a line for each thing that is new, changed or refused, and their numbers last', async () => {
  const { folder, licenceId, customerId, write } = newBook();
  await importing(folder, '--yes');
  write({ country: 'DE' }, { edition: 'Server' });
  const { out } = await importing(folder, '--dry-run', '--json');
  const moved = { field: 'country', stored: 'GB', book: 'DE' };
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { customerId, isNew: false, changed: [moved], refused: [] },
    {
      licenceId,
      isNew: false,
      changed: [moved],
      refused: [{ field: 'edition', stored: 'nothing', book: 'Server' }],
    },
    {
      customers: { new: 0, changed: 1, unchanged: 0 },
      licences: { new: 0, changed: 0, unchanged: 0, refused: 1 },
    },
  ]);
});

describe('what is doubtful of a new licence is a warning', () => {
  const unlisted = { edition: 'Servr', modules: 'AIP=899.00', purchasedOn: '2026-03-02' };
  const warnings = [
    /licences\.csv:2, edition: found "Servr", expected an edition of the price list of netjapan-maintenance: Server/,
    /licences\.csv:2, purchasedOn: found "2026-03-02", expected a day until 2026-03-01, when the licence is registered/,
  ];

  test('that --yes alone does not accept', async () => {
    const { folder, licenceId, write } = newBook();
    write({}, unlisted);
    const { status, err } = await importing(folder, '--yes');
    expect(status).toBe(2);
    expect(err).toContain('2 warnings:\n');
    for (const warning of warnings) expect(err).toMatch(warning);
    expect(err).toContain('Correct the book, or add --accept-warnings if it is right.');
    expect(await operator.journal(licenceId)).toEqual([]);
  });

  test('that --accept-warnings accepts, and that is not repeated once the licence is known', async () => {
    const { folder, licenceId, write } = newBook();
    write({}, { edition: 'Servr' });
    expect((await importing(folder, '--yes', '--accept-warnings')).status).toBe(0);
    expect(await operator.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
    const again = await importing(folder, '--yes');
    expect(again).toMatchObject({ status: 0 });
    expect(again.err).not.toContain('warning');
  });

  test('that --json prints as a line, and a dry run does not refuse', async () => {
    const { folder, write } = newBook();
    write({}, { edition: 'Servr' });
    const { status, out } = await importing(folder, '--dry-run', '--json');
    expect(status).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toContainEqual({
      warning: expect.objectContaining({ file: 'licences.csv', line: 2, column: 'edition' }) as unknown,
    });
  });
});

test('a book with semicolons, decimal commas and German dates comes in once these are stated', async () => {
  const { folder, licenceId, customerId } = newBook();
  const cells = { licenceId, customerId, modules: 'AIP=1450,50', purchasedOn: '15.03.2025' };
  const file = `\uFEFF${licenceFile(cells)
    .replace('"AIP=1450,50"', 'AIP=1450,50')
    .replaceAll(/,(?!50)/g, ';')};;;;\n`;
  writeFileSync(join(folder, 'licences.csv'), file);
  const refused = await importing(folder, '--yes');
  expect(refused.status).toBe(2);
  expect(refused.err).toContain(
    'has 1 mistake. Nothing was imported.\nlicences.csv:2, purchasedOn: found "15.03.2025"',
  );
  expect((await importing(folder, '--yes', '--dates', 'd.m.y')).status).toBe(0);
  expect((await operator.post.licences.load(licenceId))?.licence.facts).toMatchObject({
    purchasedOn: '2025-03-15',
    modules: [{ listPrice: { amount: 145_050, currency: 'GBP' } }],
  });
});

test('a mapping file that names no column of ours is refused by its line', async () => {
  const { folder } = newBook();
  writeFileSync(join(folder, 'mapping.txt'), 'kundenNr = Kunde');
  const { status, err } = await importing(folder, '--map', join(folder, 'mapping.txt'), '--yes');
  expect(status).toBe(2);
  expect(err).toMatch(/mapping\.txt:1: found "kundenNr = Kunde", expected a column of ours/);
});

test('a template is an empty book that can be imported, and replaces nothing', async () => {
  const folder = join(bookFolder(), 'new');
  const template = () => operator.on('2026-03-01', ['import', '--template', folder]);
  expect((await template()).status).toBe(0);
  expect(await importing(folder, '--dry-run')).toMatchObject({
    status: 0,
    err: expect.not.stringContaining('activity') as string,
  });
  const { status, err } = await template();
  expect(status).toBe(2);
  expect(err).toContain('Name a new folder.');
});

describe('an item that cannot be read', () => {
  const spoil = (table: string, key: Record<string, string>, attribute: string) =>
    documentClient().send(
      new UpdateCommand({
        TableName: operator.cloud.outputs[table],
        Key: key,
        UpdateExpression: 'SET #attribute = :value',
        ExpressionAttributeNames: { '#attribute': attribute },
        ExpressionAttributeValues: { ':value': 1 },
      }),
    );

  test('of a customer is named, and the import of its row repairs it', async () => {
    const { folder, customerId } = newBook();
    await importing(folder, '--yes');
    await spoil(outputs.customersTable, { customerId }, 'email');
    const { status, out } = await importing(folder, '--yes');
    expect(status).toBe(0);
    expect(out).toMatch(
      new RegExp(`${customerId} +changed +all +customer ${customerId} in the table is not valid: .*email`),
    );
    expect((await operator.post.customers.get(customerId))?.email).toBe('systems@holmes.example');
  });

  test('of a licence is named by a list, and the import of its row repairs it', async () => {
    const { folder, licenceId, customerId } = newBook();
    await importing(folder, '--yes');
    await spoil(outputs.licencesTable, { licenceId, record: 'LICENCE' }, 'licence');
    const list = await operator.on('2026-03-01', ['licence', 'list', '--plan', 'netjapan-maintenance']);
    expect(list.status).toBe(1);
    expect(list.err).toContain(`Skipping licence ${licenceId} in the table is not valid`);
    const show = await operator.on('2026-03-01', ['licence', 'show', licenceId]);
    expect(show.err).toContain(`licence ${licenceId} in the table is not valid`);
    expect(show.err).not.toContain('    at ');
    const other = { licenceId: `${licenceId}-B`, customerId };
    writeFileSync(join(folder, 'licences.csv'), licenceFile({ licenceId, customerId }, other));
    const { status, out } = await importing(folder, '--yes');
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`${licenceId} +changed +state +licence ${licenceId} .*not valid`));
    expect(await operator.journal(other.licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
    const repaired = await operator.post.licences.loadWithHistory(licenceId);
    expect(repaired?.stored).toMatchObject({ version: 2, licence: { facts: { licenceId } } });
    expect(repaired?.stored.dueOn).toBe((await operator.post.licences.load(other.licenceId))?.dueOn);
    expect((await importing(folder, '--yes')).out).toMatch(/licences +0 +0 +2 +0/);
  });
});

test('the sample book comes in, its activities left out', async () => {
  const folder = bookFolder();
  cpSync('samples/five-plans', folder, { recursive: true });
  const { status, out, err } = await importing(folder, '--yes', '--date', '2025-12-01');
  expect(status).toBe(0);
  expect(out).toMatch(/customers +12 +0 +0 +0\nlicences +28 +0 +0 +0\n/);
  expect(err).toContain('\n40 customers and licences written.');
  expect((await operator.journal('SN-1001')).slice(0, 2)).toEqual(['LicenceRegistered', 'TermStarted']);
});
