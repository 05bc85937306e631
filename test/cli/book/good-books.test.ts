import { describe, expect, test } from 'vitest';
import { type Book, readBook } from '../../../cli/book/read-book.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { plans } from '../../../plans/index.ts';
import {
  activityFile,
  bookFolder,
  customerFile,
  licenceFile,
  updatesFile,
} from '../../support/cli/book-files.ts';

async function bookIn(folder: string): Promise<Book> {
  const read = await readBook(folder, plans, civilDate('2026-01-01'));
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  return read.book;
}

describe('the sample books are read in full', () => {
  test.each([
    { book: 'five-plans', customers: 12, licences: 28, activities: 55 },
    { book: 'forty', customers: 40, licences: 40, activities: 409 },
  ])('$book', async ({ book, ...sizes }) => {
    const { customers, licences, activities } = await bookIn(`samples/${book}`);
    expect({ customers: customers.length, licences: licences.length, activities: activities.length }).toEqual(
      sizes,
    );
  });
});

test('a licence says everything that its row says', async () => {
  const row = {
    licenceId: 'V-1',
    planId: 'video-sma',
    product: 'ProBox',
    edition: 'Enterprise, large',
    model: 'perpetual',
    modules: 'PROBOX=2400.00;POS=399.9;CAM=0',
    purchasedOn: '2024-02-29',
    activatedOn: '2024-03-01',
    installedOn: '2024-03-02',
    initialYears: '3',
    onSiteTraining: 'yes',
    coverStarts: '2025-03-01',
    coverEnds: '2026-02-28',
    termNumber: '2',
    registeredOn: '2025-12-01',
  };
  const [licence] = (
    await bookIn(bookFolder({ 'licences.csv': licenceFile(row), 'activity.csv': activityFile() }))
  ).licences;
  expect(licence).toEqual({
    ...row,
    customerId: 'C-1',
    country: 'GB',
    customerKind: 'end-user',
    modules: [
      { sku: 'PROBOX', listPrice: { amount: 240000, currency: 'EUR' } },
      { sku: 'POS', listPrice: { amount: 39990, currency: 'EUR' } },
      { sku: 'CAM', listPrice: { amount: 0, currency: 'EUR' } },
    ],
    initialYears: 3,
    onSiteTraining: true,
    termNumber: 2,
  });
});

test('empty cells of a licence mean what docs/rules.md §15.4 says they mean', async () => {
  const [licence] = (await bookIn(bookFolder())).licences;
  expect(licence).toMatchObject({
    model: 'perpetual',
    initialYears: 1,
    onSiteTraining: false,
    termNumber: 1,
    registeredOn: '2026-01-01',
  });
});

describe('what a licence can do without', () => {
  test.each([
    {
      what: 'modules and purchase, as a subscription',
      cells: { model: 'subscription', modules: '', purchasedOn: '' },
    },
    { what: 'a purchase, where its cover is known', cells: { coverEnds: '2026-06-30', purchasedOn: '' } },
    {
      what: 'modules, where the price is flat',
      cells: { planId: 'vtube-laser-smp', product: 'VTube-LASER', modules: '', purchasedOn: '' },
    },
    {
      what: 'few years bought, where the plan does not count them',
      cells: { planId: 'video-sma', initialYears: '9' },
    },
  ])('$what', async ({ cells }) => {
    expect((await bookIn(bookFolder({ 'licences.csv': licenceFile(cells) }))).licences).toHaveLength(1);
  });
});

test('activities come by date, those of a day in the order of the file', async () => {
  const folder = bookFolder({
    'activity.csv': activityFile(
      { date: '2026-03-01', activity: 'payment', detail: '200.5' },
      { date: '2026-02-01', activity: 'request-quote' },
      { date: '2026-03-01', activity: 'payment' },
      { date: '2026-02-01', activity: 'accept-quote', detail: '3' },
      { date: '2026-02-01', activity: 'accept-quote' },
    ),
  });
  expect((await bookIn(folder)).activities.map(({ date, command }) => [date, command])).toEqual([
    ['2026-02-01', { activity: 'request-quote' }],
    ['2026-02-01', { activity: 'accept-quote', years: 3 }],
    ['2026-02-01', { activity: 'accept-quote', years: 1 }],
    ['2026-03-01', { activity: 'payment', amount: { amount: 20050, currency: 'GBP' } }],
    ['2026-03-01', { activity: 'payment' }],
  ]);
});

test.each([
  { planId: 'maintenance-contract', coverEnds: '2026-03-14' },
  { planId: 'update-contract', coverEnds: '2026-03-14' },
  { planId: 'update-contract', coverEnds: '' },
])(
  'a licence of an old contract, $planId until "$coverEnds", belongs to the plan that has it',
  async (row) => {
    const [licence] = (
      await bookIn(bookFolder({ 'licences.csv': licenceFile(row), 'activity.csv': activityFile() }))
    ).licences;
    expect(licence).toMatchObject({
      planId: 'video-sma',
      contract: row.planId,
      modules: [{ listPrice: { currency: 'EUR' } }],
    });
  },
);

describe('the detail of a ticket', () => {
  const noon = '2026-06-01T11:00:00Z';
  const noVersions = { versions: undefined };
  test.each([
    { detail: '', ticket: { emergency: false, at: noon, ...noVersions } },
    { detail: 'emergency', ticket: { emergency: true, at: noon, ...noVersions } },
    {
      detail: '2026-06-01T18:30:00+02:00',
      ticket: { emergency: false, at: '2026-06-01T16:30:00Z', ...noVersions },
    },
    {
      detail: 'latest=16.3 emergency  version=16.1',
      ticket: { emergency: true, at: noon, versions: { installed: '16.1', latest: '16.3' } },
    },
  ])('$detail', async ({ detail, ticket }) => {
    const file = activityFile({ date: '2026-06-01', activity: 'open-ticket', detail });
    const [activity] = (await bookIn(bookFolder({ 'activity.csv': file }))).activities;
    expect(activity?.command).toEqual({ activity: 'open-ticket', ...ticket });
  });
});

test('a file as a spreadsheet saves it: byte order mark, CRLF, an empty line, quotes and a comma within quotes', async () => {
  const name = 'Bauer "Söhne", Wien';
  const file = customerFile(
    { name, country: 'AT', locale: 'de-AT' },
    { customerId: 'C-2', partnerId: 'C-1' },
  );
  const folder = bookFolder({ 'customers.csv': `\uFEFF${file}\n`.replaceAll('\n', '\r\n') });
  expect((await bookIn(folder)).customers).toMatchObject([{ name }, { customerId: 'C-2', partnerId: 'C-1' }]);
});

test('columns may come in any order', async () => {
  const file = 'detail,activity,licenceId,date\n3,accept-quote,L-1,2026-02-01\n';
  const [activity] = (await bookIn(bookFolder({ 'activity.csv': file }))).activities;
  expect(activity).toMatchObject({ licenceId: 'L-1', command: { activity: 'accept-quote', years: 3 } });
});

test('a book of headers only is an empty book', async () => {
  const files = {
    'customers.csv': customerFile(),
    'licences.csv': licenceFile(),
    'activity.csv': activityFile(),
  };
  expect(await bookIn(bookFolder(files))).toEqual({
    customers: [],
    licences: [],
    activities: [],
    updates: [],
  });
});

test('a book says which updates are published, and may do without', async () => {
  const published = {
    date: '2026-03-01',
    planId: 'vtube-laser-smp',
    product: 'VTube-LASER',
    version: '26.1',
  };
  const folder = bookFolder({ 'updates.csv': updatesFile({}, { version: '26.2' }) });
  expect((await bookIn(folder)).updates).toEqual([published, { ...published, version: '26.2' }]);
  expect((await bookIn(bookFolder())).updates).toEqual([]);
});

describe('the detail of a change', () => {
  const gbp = (amount: number) => ({ amount, currency: 'GBP' });
  test.each([
    { activity: 'request-change', detail: 'Hyper-V', says: { edition: 'Hyper-V' } },
    { activity: 'request-migration', detail: '', says: { hours: 0, hardware: gbp(0) } },
    {
      activity: 'request-migration',
      detail: 'hardware=1200.5 hours=6.25',
      says: { hours: 6.25, hardware: gbp(1200_50) },
    },
  ])('$activity $detail', async ({ activity, detail, says }) => {
    const folder = bookFolder({ 'activity.csv': activityFile({ activity, detail }) });
    expect((await bookIn(folder)).activities[0]?.command).toEqual({ activity, ...says });
  });

  test('modules by their SKUs', async () => {
    const sma = { planId: 'video-sma', modules: 'PROBOX=2400.00' };
    const files = {
      'licences.csv': licenceFile(sma),
      'activity.csv': activityFile({ activity: 'add-modules', detail: 'CAM-16 POS' }),
    };
    expect((await bookIn(bookFolder(files))).activities[0]?.command).toMatchObject({
      skus: ['CAM-16', 'POS'],
    });
  });
});
