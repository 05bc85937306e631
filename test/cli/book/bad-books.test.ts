import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookActivities } from '../../../cli/book/details/activity-detail.ts';
import type { Mistake } from '../../../cli/book/values/mistakes.ts';
import { readBook } from '../../../cli/book/read-book.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import { plans } from '../../../plans/index.ts';
import {
  activityFile,
  type BookFiles,
  bookFolder,
  type Cells,
  customerFile,
  licenceFile,
  updatesFile,
} from '../../support/cli/book-files.ts';

const everyPlan =
  'one of smart-net-user-group, netjapan-maintenance, vtube-laser-smp, smartertools-maintenance, video-sma, update-contract, maintenance-contract';
const everyKind = `one of ${customerSchema.shape.kind.options.join(', ')}`;
const aDate = 'a date such as 2026-01-31';
const anAddress = 'one e-mail address such as office@example.com';
const quoting =
  'quotes around fields with quotes, separators or line breaks, and each quote within them doubled';
const mapped = 'for other headers state a mapping file: --map FILE';
const flat = { planId: 'smart-net-user-group', product: 'Smart-Net', modules: '' };

async function mistakesOf(folder: string): Promise<readonly Mistake[]> {
  const read = await readBook(folder, plans, civilDate('2026-01-01'));
  return read.ok ? [] : read.mistakes;
}

interface BadRow {
  readonly why: string;
  readonly cells: Cells;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

function row(why: string, cells: Cells, column: string, found: string, expected: string): BadRow {
  return { why, cells, column, found, expected };
}

describe('a customer is refused', () => {
  test.each([
    row(
      'with an id that is too long, and nothing else is said of it',
      { customerId: `${'x'.repeat(200)} ` },
      'customerId',
      `"${'x'.repeat(80)}…"`,
      'an id of at most 200 letters, digits and hyphens (each byte of any other character counts 3)',
    ),
    row(
      'of a country that is not known',
      { country: 'ZZ' },
      'country',
      '"ZZ"',
      'a country of ISO 3166 such as GB, DE or NZ',
    ),
    row(
      'of a country that nobody has',
      { country: 'XX' },
      'country',
      '"XX"',
      'a country of ISO 3166 such as GB, DE or NZ',
    ),
    row(
      'with an id that is too long for the tag of a mail',
      { customerId: 'ü'.repeat(34) },
      'customerId',
      `"${'ü'.repeat(34)}"`,
      'an id of at most 200 letters, digits and hyphens (each byte of any other character counts 3)',
    ),
    row('without an id', { customerId: '' }, 'customerId', 'nothing', 'an id'),
    row('with a line break in its id', { customerId: 'C\n1' }, 'customerId', '"C\\n1"', 'an id'),
    row('without a name', { name: ' ' }, 'name', '" "', 'some text'),
    row('of unknown kind', { kind: 'dealer' }, 'kind', '"dealer"', everyKind),
    row('without an e-mail address', { email: '' }, 'email', 'nothing', anAddress),
    row('with a space in its address', { email: 'a b@c.example' }, 'email', '"a b@c.example"', anAddress),
    row('with a line break in its address', { email: 'a@b\nBcc:c@d' }, 'email', '"a@b\\nBcc:c@d"', anAddress),
    row('with two addresses in one', { email: 'a@b,c@d' }, 'email', '"a@b,c@d"', anAddress),
    row('with a bad billing address', { billingEmail: 'accounts' }, 'billingEmail', '"accounts"', anAddress),
    row(
      'of a country in lower case',
      { country: 'gb' },
      'country',
      '"gb"',
      'a country of ISO 3166 such as GB, DE or NZ',
    ),
    row(
      'of the UK, which ISO calls GB',
      { country: 'UK' },
      'country',
      '"UK"',
      'a country of ISO 3166 such as GB, DE or NZ',
    ),
    row('of no country', { country: '' }, 'country', 'nothing', 'a country of ISO 3166 such as GB, DE or NZ'),
    row(
      'with a malformed locale',
      { locale: 'en_GB' },
      'locale',
      '"en_GB"',
      'a locale of BCP 47 such as en-GB',
    ),
    row('without a locale', { locale: '' }, 'locale', 'nothing', 'a locale of BCP 47 such as en-GB'),
    row(
      'of an unknown partner',
      { partnerId: 'P-9' },
      'partnerId',
      '"P-9"',
      'the customerId of a partner in customers.csv',
    ),
  ])('$why', async ({ cells, column, found, expected }) => {
    const folder = bookFolder({ 'customers.csv': customerFile({}, { customerId: 'C-2', ...cells }) });
    expect(await mistakesOf(folder)).toEqual([{ file: 'customers.csv', line: 3, column, found, expected }]);
  });
});

describe('a licence is refused', () => {
  test.each([
    row('without an id', { licenceId: '' }, 'licenceId', 'nothing', 'an id'),
    row(
      'of an old contract that is not in place',
      { planId: 'maintenance-contract' },
      'planId',
      '"maintenance-contract"',
      'a contract in place, with its coverEnds (maintenance-contract is closed to new sales: use video-sma)',
    ),
    row('of an unknown plan', { planId: 'netjapan' }, 'planId', '"netjapan"', everyPlan),
    row(
      'of an unknown customer',
      { customerId: 'C-9' },
      'customerId',
      '"C-9"',
      'a customerId that customers.csv has',
    ),
    row('without a product', { product: '' }, 'product', 'nothing', 'some text'),
    row('of an unknown model', { model: 'rental' }, 'model', '"rental"', 'one of perpetual, subscription'),
    row(
      'as a subscription, where the plan has none',
      { planId: 'video-sma', model: 'subscription' },
      'model',
      '"subscription"',
      'perpetual: video-sma has no subscriptions',
    ),
    row(
      'purchased on a day that the calendar lacks',
      { purchasedOn: '2025-02-29' },
      'purchasedOn',
      '"2025-02-29"',
      aDate,
    ),
    row(
      'purchased on a day written the other way round',
      { purchasedOn: '15.03.2025' },
      'purchasedOn',
      '"15.03.2025"',
      'dates such as 2026-01-31, or how they are written stated: --dates D.M.Y',
    ),
    row('activated on no date', { activatedOn: 'soon' }, 'activatedOn', '"soon"', aDate),
    row('installed on no date', { installedOn: '2025-13-01' }, 'installedOn', '"2025-13-01"', aDate),
    row('registered on no date', { registeredOn: '2026-1-1' }, 'registeredOn', '"2026-1-1"', aDate),
    row(
      'with no years',
      { initialYears: '0' },
      'initialYears',
      '"0"',
      'years as a whole number from 1 to 100',
    ),
    row(
      'with more years than anybody sells',
      { planId: 'video-sma', initialYears: '101' },
      'initialYears',
      '"101"',
      'years as a whole number from 1 to 100',
    ),
    row(
      'with half a year',
      { initialYears: '1.5' },
      'initialYears',
      '"1.5"',
      'years as a whole number from 1 to 100',
    ),
    row(
      'with more years than the plan sells',
      { initialYears: '6' },
      'initialYears',
      '"6"',
      '1 to 5 years, as netjapan-maintenance is sold with',
    ),
    row(
      'where training is neither yes nor no',
      { onSiteTraining: 'true' },
      'onSiteTraining',
      '"true"',
      'one of yes, no',
    ),
    row(
      'with a negative term number',
      { termNumber: '-1' },
      'termNumber',
      '"-1"',
      'the number of a term as a whole number from 1 to 1000',
    ),
    row(
      'with cover that starts and does not end',
      { coverStarts: '2025-01-01' },
      'coverEnds',
      'nothing',
      'the end of the cover that starts on 2025-01-01',
    ),
    row(
      'with cover that ends before it starts',
      { coverStarts: '2026-06-01', coverEnds: '2026-05-31' },
      'coverStarts',
      '"2026-06-01"',
      'a day that is not after coverEnds (2026-05-31)',
    ),
    row(
      'at a negative price',
      { modules: 'A=-1.00' },
      'modules',
      '"A=-1.00"',
      'SKU=list price;… with prices such as 1450.50 (GBP)',
    ),
    row(
      'at a price in words',
      { modules: 'A=free' },
      'modules',
      '"A=free"',
      'SKU=list price;… with prices such as 1450.50 (GBP)',
    ),
    row(
      'at a price with three decimals',
      { modules: 'A=1;B=1.005' },
      'modules',
      '"A=1;B=1.005"',
      'SKU=list price;… with prices such as 1450.50 (GBP)',
    ),
    row(
      'at a price without a SKU',
      { modules: '=1.00' },
      'modules',
      '"=1.00"',
      'SKU=list price;… with prices such as 1450.50 (GBP)',
    ),
    row(
      'with an empty module',
      { modules: 'A=1.00;' },
      'modules',
      '"A=1.00;"',
      'SKU=list price;… with prices such as 1450.50 (GBP)',
    ),
    row(
      'with a SKU twice',
      { modules: 'A=1.00;A=2.00' },
      'modules',
      '"A=1.00;A=2.00"',
      'each SKU once (A is there twice)',
    ),
    row(
      'without modules where the plan costs a share of list',
      { modules: '' },
      'modules',
      'nothing',
      'SKU=list price;… (netjapan-maintenance costs a share of the list price)',
    ),
    row(
      'without a purchase where the plan counts from it',
      { purchasedOn: '' },
      'purchasedOn',
      'nothing',
      'a date: netjapan-maintenance counts its first term from it',
    ),
    row(
      'of a product that a flat-price plan has no price for',
      { ...flat, product: 'Smart-Nut' },
      'product',
      '"Smart-Nut"',
      'a product that smart-net-user-group has a price for: Smart-Net, Smart-RAS',
    ),
    row(
      'of a product named like a part of every object',
      { ...flat, product: 'constructor' },
      'product',
      '"constructor"',
      'a product that smart-net-user-group has a price for: Smart-Net, Smart-RAS',
    ),
    row(
      'with cover that ends within a calendar-year plan’s year',
      { ...flat, coverEnds: '2026-06-30' },
      'coverEnds',
      '"2026-06-30"',
      'a 31 December: the terms of smart-net-user-group are calendar years',
    ),
  ])('$why', async ({ cells, column, found, expected }) => {
    const folder = bookFolder({ 'licences.csv': licenceFile({}, { licenceId: 'L-2', ...cells }) });
    expect(await mistakesOf(folder)).toEqual([{ file: 'licences.csv', line: 3, column, found, expected }]);
  });
});

describe('an activity is refused', () => {
  const anAmount =
    'an amount above zero such as 200.00 (GBP), or nothing for all that is open, and received=DATE, id=ID and document=NUMBER, separated by spaces';
  test.each([
    row('on no date', { date: '2026-02-30' }, 'date', '"2026-02-30"', aDate),
    row(
      'of an unknown licence',
      { licenceId: 'L-9' },
      'licenceId',
      '"L-9"',
      'a licenceId that licences.csv has',
    ),
    row('of no licence', { licenceId: '' }, 'licenceId', 'nothing', 'some text'),
    row(
      'that nobody can do',
      { activity: 'repay' },
      'activity',
      '"repay"',
      `one of ${bookActivities.join(', ')}`,
    ),
    row(
      'before its licence is registered',
      { date: '2025-12-31' },
      'date',
      '"2025-12-31"',
      'a day from 2026-01-01 on, when the licence is registered',
    ),
    row('paying nothing', { activity: 'payment', detail: '0.00' }, 'detail', '"0.00"', anAmount),
    row('paying less than nothing', { activity: 'payment', detail: '-5' }, 'detail', '"-5"', anAmount),
    row('paying in words', { activity: 'payment', detail: '5 GBP' }, 'detail', '"5 GBP"', anAmount),
    row('paying tenths of pence', { activity: 'payment', detail: '5.001' }, 'detail', '"5.001"', anAmount),
    row(
      'received on two days',
      { activity: 'payment', detail: '5 received=2026-01-02 received=2026-01-03' },
      'detail',
      '"5 received=2026-01-02 received=2026-01-03"',
      anAmount,
    ),
    row(
      'reversing a payment for no reason',
      { activity: 'reverse-payment', detail: 'L-1-P1 reason=' },
      'detail',
      '"L-1-P1 reason="',
      'the id of a payment and reason=…',
    ),
    row(
      'crediting nothing of an invoice',
      { activity: 'credit-invoice', detail: 'last net=0 reason=agreed' },
      'detail',
      '"last net=0 reason=agreed"',
      'the number of an invoice or last, net=AMOUNT (GBP) for a part of it, and reason=…',
    ),
    row(
      'holding without an end',
      { activity: 'hold', detail: 'reason=promised' },
      'detail',
      '"reason=promised"',
      'until=DATE, such as until=2026-05-31, and reason=…',
    ),
    row(
      'accepting no years',
      { activity: 'accept-quote', detail: '0' },
      'detail',
      '"0"',
      'years as a whole number from 1 to 100, or nothing for 1, and po=NUMBER and by=NAME; for a quote over several ' +
        'licences also document=NUMBER, and licences=ID,… or except=ID,…',
    ),
    row(
      'closing no ticket',
      { activity: 'close-ticket' },
      'detail',
      'nothing',
      'the id of a ticket such as L-1001-T1',
    ),
    row(
      'asking for the password of no version',
      { activity: 'request-password', detail: 'the latest' },
      'detail',
      '"the latest"',
      'a version such as 16.3 or 2026-R2',
    ),
    ...[
      'emergency 2026-02-01T09:00',
      'emergency emergency',
      'version=16.3',
      'version=16.3 latest=!',
      'version=1 version=2 latest=3',
      'version=1 latest=2 product=3',
      'soon',
    ].map((detail) =>
      row(
        `opening a ticket with ${detail}`,
        { activity: 'open-ticket', detail },
        'detail',
        `"${detail}"`,
        'nothing, or emergency, a time with its zone such as 2026-03-06T16:30:00-07:00, and version=… with latest=…, separated by spaces',
      ),
    ),
    row(
      'changing to an edition that is not in the price list',
      { activity: 'request-change', detail: 'Linux' },
      'detail',
      '"Linux"',
      'an edition of the price list of netjapan-maintenance: Server, Desktop, Hyper-V, VMware',
    ),
    row(
      'adding modules where there is no price list of them',
      { activity: 'add-modules', detail: 'CAM-16' },
      'detail',
      '"CAM-16"',
      'no such activity: netjapan-maintenance has no price list for it',
    ),
    ...['hours=6.125', 'hours=1 hours=2', 'hours=6h', 'hardware=-1', 'labour=6'].map((detail) =>
      row(
        `migrating with ${detail}`,
        { activity: 'request-migration', detail },
        'detail',
        `"${detail}"`,
        'hours=… with two decimals at most and hardware=… as an amount (GBP), separated by spaces',
      ),
    ),
    row('with a detail that says nothing', { detail: '3' }, 'detail', '"3"', 'nothing with request-quote'),
  ])('$why', async ({ cells, column, found, expected }) => {
    const folder = bookFolder({ 'activity.csv': activityFile({}, cells) });
    expect(await mistakesOf(folder)).toEqual([{ file: 'activity.csv', line: 3, column, found, expected }]);
  });
});

test('a module that is not in the price list is refused, with those that are', async () => {
  const sma = { planId: 'video-sma', modules: 'PROBOX=2400.00' };
  const added = { activity: 'add-modules', detail: 'CAM-16 CAM-17' };
  const files = { 'licences.csv': licenceFile(sma), 'activity.csv': activityFile(added) };
  const [mistake] = await mistakesOf(bookFolder(files));
  expect(mistake).toMatchObject({ found: '"CAM-16 CAM-17"', column: 'detail' });
  expect(mistake?.expected).toMatch(/^modules of the price list of video-sma: .*CAM-16/);
});

describe('an update is refused', () => {
  const aPlan = 'a plan that announces updates: vtube-laser-smp';
  test.each([
    row('on no date', { date: 'May' }, 'date', '"May"', aDate),
    row('of no plan', { planId: 'video' }, 'planId', '"video"', aPlan),
    row('of a plan that announces none', { planId: 'video-sma' }, 'planId', '"video-sma"', aPlan),
    row(
      'of a product that does not exist',
      { product: 'VTube-STEP' },
      'product',
      '"VTube-STEP"',
      'a product that vtube-laser-smp announces updates of: VTube-LASER',
    ),
    row('of no version', { version: '' }, 'version', 'nothing', 'a version such as 16.3 or 2026-R2'),
  ])('$why', async ({ cells, column, found, expected }) => {
    const folder = bookFolder({ 'updates.csv': updatesFile({}, cells) });
    expect(await mistakesOf(folder)).toEqual([{ file: 'updates.csv', line: 3, column, found, expected }]);
  });
});

describe('a file is refused', () => {
  const bad = (why: string, files: Partial<BookFiles>, mistake: Mistake) => ({ why, files, mistake });
  const file = 'customers.csv';
  const header = 'customerId,name,kind,email,billingEmail,country,locale,partnerId';
  const optional =
    ',address,vatId,taxTreatment,poRequired,poNumber,discountPercent,together,accountManager,eInvoice,buyerReference';
  test.each([
    bad(
      'with a customer twice',
      { [file]: customerFile({}, {}) },
      {
        file,
        line: 3,
        column: 'customerId',
        found: '"C-1"',
        expected: 'an id of its own (line 2 has this one)',
      },
    ),
    bad(
      'with a licence twice',
      { 'licences.csv': licenceFile({}, {}) },
      {
        file: 'licences.csv',
        line: 3,
        column: 'licenceId',
        found: '"L-1"',
        expected: 'an id of its own (line 2 has this one)',
      },
    ),
    bad(
      'that is empty',
      { [file]: '' },
      {
        file,
        line: 1,
        found: 'an empty file',
        expected: `the header row ${header}${optional}`,
      },
    ),
    bad(
      'with an unknown column',
      { [file]: customerFile({}).replace('partnerId', 'partner') },
      {
        file,
        line: 1,
        column: 'partner',
        found: 'unknown column "partner"',
        expected: `only ${(header + optional).replaceAll(',', ', ')}; ${mapped}`,
      },
    ),
    bad(
      'without a column',
      { [file]: `${header.replace(',locale', '')}\n` },
      {
        file,
        line: 1,
        column: 'locale',
        found: 'no column "locale"',
        expected: `it in the header row; ${mapped}`,
      },
    ),
    bad(
      'with a column twice',
      { [file]: `${header},country\n` },
      {
        file,
        line: 1,
        column: 'country',
        found: 'column "country" twice',
        expected: 'each column once',
      },
    ),
    bad(
      'with a field too many',
      { [file]: customerFile({}).replace('GB,en-GB,', 'GB,en-GB,,x') },
      {
        file,
        line: 2,
        column: 'partnerId',
        found: '9 fields',
        expected: '8 fields, as in the header row',
      },
    ),
    bad(
      'with a field too few',
      { [file]: customerFile({}).replace('GB,en-GB,', 'GB,en-GB') },
      {
        file,
        line: 2,
        column: 'partnerId',
        found: '7 fields',
        expected: '8 fields, as in the header row',
      },
    ),
    bad(
      'with a stray quote',
      { [file]: customerFile({}).replace('Holmes', 'Hol"mes') },
      {
        file,
        line: 2,
        column: 'name',
        found: 'a stray quote',
        expected: quoting,
      },
    ),
    bad(
      'with a quote that is not closed',
      { [file]: customerFile({}).replace('Holmes', '"Holmes') },
      {
        file,
        line: 2,
        column: 'name',
        found: 'a quote that is not closed',
        expected: quoting,
      },
    ),
    bad(
      'with a quote that is not closed before further rows, where it stands',
      { [file]: customerFile({}, { name: 'Watson' }, {}).replace('Watson', '"Watson') },
      {
        file,
        line: 3,
        column: 'name',
        found: 'a quote that is not closed',
        expected: quoting,
      },
    ),
    bad(
      'with a quote that is not closed before more than is ever kept of a row',
      {
        [file]: `${customerFile({}, { name: 'Watson' })}${'x\n'.repeat(600_000)}"`.replace(
          'Watson',
          '"Watson',
        ),
      },
      {
        file,
        line: 3,
        column: 'name',
        found: 'a quote that is not closed',
        expected: quoting,
      },
    ),
    bad(
      'in Latin-1',
      { [file]: Buffer.from(customerFile({ name: 'Söhne' }), 'latin1') },
      {
        file,
        line: 2,
        column: 'name',
        found: 'bytes that are not UTF-8 in "S\uFFFDhne"',
        expected: 'text in UTF-8, or its encoding stated, such as --encoding windows-1252',
      },
    ),
    bad(
      'in UTF-16 without a byte order mark',
      { [file]: Buffer.from(customerFile({}), 'utf16le') },
      {
        file,
        found: 'zero bytes, as UTF-16 without a byte order mark has',
        expected: 'text in UTF-8, or its encoding stated: --encoding utf-16le',
      },
    ),
  ])('$why', async ({ files, mistake }) => {
    expect(await mistakesOf(bookFolder(files))).toContainEqual(mistake);
  });

  test('that is missing', async () => {
    const folder = bookFolder();
    rmSync(join(folder, 'activity.csv'));
    expect(await mistakesOf(folder)).toEqual([
      { file: 'activity.csv', found: `no such file in ${folder}`, expected: 'a CSV file' },
    ]);
  });
});

test('every mistake of a book is named, file by file from the top', async () => {
  const folder = bookFolder({
    'customers.csv': customerFile(
      { country: '' },
      { customerId: 'C-1' },
      { customerId: '', email: '', locale: '!' },
      { customerId: '' },
    ),
    'licences.csv': licenceFile(
      { planId: 'none', purchasedOn: 'never' },
      { licenceId: 'L-2', customerId: 'C-3' },
    ),
    'activity.csv': activityFile({ date: '2020-01-01' }, { activity: 'payment', detail: 'x', date: 'y' }),
  });
  expect((await mistakesOf(folder)).map(({ file, line, column }) => [file, line, column])).toEqual([
    ['customers.csv', 2, 'country'],
    ['customers.csv', 3, 'customerId'],
    ['customers.csv', 4, 'customerId'],
    ['customers.csv', 4, 'email'],
    ['customers.csv', 4, 'locale'],
    ['customers.csv', 5, 'customerId'],
    ['licences.csv', 2, 'planId'],
    ['licences.csv', 2, 'purchasedOn'],
    ['licences.csv', 3, 'customerId'],
    ['activity.csv', 2, 'date'],
    ['activity.csv', 3, 'date'],
  ]);
});

test('a line break and a letter that fall on the edges of what is read at once count once', async () => {
  const partBytes = 65_536;
  const header = 'customerId,name,kind,email,billingEmail,country,locale,partnerId\r\n';
  const rest = ',end-user,a@b.example,,GB,en-GB,';
  const first = `C-1,${'x'.repeat(partBytes - 1 - header.length - 'C-1,'.length - rest.length)}${rest}\r\n`;
  const second = `C-2,${'x'.repeat(partBytes - 2 - 'C-2,'.length)}ß${rest}\r\n`;
  const file = Buffer.from(`${header}${first}${second}${second.replace('GB', 'UK').replace('C-2', 'C-3')}`);
  expect([file[partBytes - 1], file[2 * partBytes - 1]]).toEqual([0x0d, 0xc3]);
  const mistakes = await mistakesOf(bookFolder({ 'customers.csv': file }));
  expect(mistakes.map(({ line, column }) => [line, column])).toEqual([
    [2, 'name'],
    [3, 'name'],
    [4, 'name'],
    [4, 'country'],
  ]);
});

describe('what cannot be read of a file is not held against the rows that refer to it', () => {
  test.each([
    { what: 'the whole file', customers: 'id|name\n' },
    { what: 'a row', customers: customerFile({}).replace('GB,en-GB,', 'GB') },
    { what: 'all that follows a stray quote', customers: customerFile({}).replace('Holmes', 'Hol"mes') },
  ])('$what', async ({ customers }) => {
    const mistakes = await mistakesOf(bookFolder({ 'customers.csv': customers }));
    expect(mistakes.map(({ file }) => file)).not.toContain('licences.csv');
    expect(mistakes).not.toEqual([]);
  });
});
