import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnsByFile } from '../../../cli/book/files/columns.ts';
import { type BookFormat, usualFormat } from '../../../cli/book/format/format.ts';
import { readMapping } from '../../../cli/book/format/mapping.ts';
import { readBook, type ReadBook } from '../../../cli/book/read-book.ts';
import { printMistakes } from '../../../cli/book/values/mistakes.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { plans } from '../../../plans/index.ts';
import { activityFile, bookFolder, customerFile, licenceFile } from '../../support/cli/book-files.ts';

const reading = (folder: string, format: BookFormat = usualFormat) =>
  readBook(folder, plans, civilDate('2026-01-01'), format);

function bookOf(read: ReadBook) {
  if (!read.ok) throw new Error(printMistakes(read.mistakes).join('\n'));
  return read.book;
}

const linesOf = (read: ReadBook) => (read.ok ? [] : printMistakes(read.mistakes));

const aBook = { name: 'Müller & Söhne', locale: 'de-DE', country: 'DE' };

describe('a file is read as a vendor has it', () => {
  const semicolons = customerFile(aBook).replaceAll(',', ';');
  test.each([
    ['with semicolons', semicolons],
    ['with tabs', customerFile(aBook).replaceAll(',', '\t')],
    ['with a byte order mark, and semicolons', `\uFEFF${semicolons}`],
    ['in UTF-16, little endian', Buffer.from(`\uFEFF${semicolons}`, 'utf16le')],
    ['in UTF-16, big endian', Buffer.from(`\uFEFF${semicolons}`, 'utf16le').swap16()],
    ['with a line for Excel that states the separator', `sep=;\n${semicolons}`],
    ['with that line in quotes, and tabs', `"sep=\t"\r\n${customerFile(aBook).replaceAll(',', '\t')}`],
    ['with fields filled up with spaces', semicolons.replaceAll(/;(end-user|DE|de-DE);/g, '; $1  ;')],
    ['with rows of separators at the end', `${semicolons};;;;;;;\n;;;;;;;\n`],
    ['with empty columns at the end', semicolons.replaceAll('\n', ';;;\n')],
    [
      'with headers in another case, and spaces around them',
      semicolons.replace('customerId', ' CustomerID '),
    ],
  ])('%s', async (_, file) => {
    const { customers } = bookOf(await reading(bookFolder({ 'customers.csv': file })));
    expect(customers).toMatchObject([{ customerId: 'C-1', ...aBook }]);
  });

  test('in Windows-1252, where that is stated', async () => {
    const folder = bookFolder({ 'customers.csv': Buffer.from(customerFile(aBook), 'latin1') });
    for (const name of ['licences.csv', 'activity.csv'])
      writeFileSync(join(folder, name), name === 'licences.csv' ? licenceFile({}) : activityFile());
    const { customers } = bookOf(await reading(folder, { ...usualFormat, encoding: 'windows-1252' }));
    expect(customers).toMatchObject([aBook]);
  });

  test('without the columns that may be empty', async () => {
    const files = {
      'customers.csv':
        'customerId,name,kind,email,country,locale\nC-1,Holmes,end-user,a@b.example,GB,en-GB\n',
      'licences.csv':
        'licenceId,planId,customerId,product,modules,purchasedOn\nL-1,video-sma,C-1,ProBox,A=1,2025-03-15\n',
      'activity.csv': 'date,licenceId,activity\n2026-02-01,L-1,payment\n',
    };
    const { licences, activities } = bookOf(await reading(bookFolder(files)));
    expect(licences).toMatchObject([{ model: 'perpetual', initialYears: 1, registeredOn: '2026-01-01' }]);
    expect(activities).toHaveLength(1);
  });

  test.each([
    ['1450,50', 145_050],
    ['1.450,50', 145_050],
    ['1,450.50', 145_050],
    ['1450,5', 145_050],
    ['1.234.567,89', 123_456_789],
    ['1,234,567', 123_456_700],
  ])('with the amount %s', async (written, amount) => {
    const files = {
      'licences.csv': licenceFile({ modules: `A=${written}` }),
      'activity.csv': activityFile({ activity: 'payment', detail: written }),
    };
    const { licences, activities } = bookOf(await reading(bookFolder(files)));
    expect(licences[0]?.modules[0]?.listPrice).toEqual({ amount, currency: 'GBP' });
    expect(activities[0]?.command).toMatchObject({ amount: { amount, currency: 'GBP' } });
  });

  test.each(['1 450,50', '1\u00a0450,50', '1\u202f450.50', "1'450.50", '1\u2019450,50'])(
    'with the list price %j',
    async (written) => {
      const files = { 'licences.csv': licenceFile({ modules: `A=${written};B=1 234 567` }) };
      const { licences } = bookOf(await reading(bookFolder(files)));
      expect(licences[0]?.modules.map(({ listPrice }) => listPrice.amount)).toEqual([145_050, 123_456_700]);
    },
  );

  test('with its lines counted where the first one states the separator', async () => {
    const files = { 'customers.csv': `sep=,\n${customerFile({ country: 'UK' })}` };
    const [line] = linesOf(await reading(bookFolder(files)));
    expect(line).toContain('customers.csv:3, country: found "UK"');
  });

  test.each([
    ['D.M.Y', '31.12.2025', '1.2.2026'],
    ['D/M/Y', '31/12/2025', '01/02/2026'],
    ['D-M-Y', '31-12-2025', '01-02-2026'],
    ['M/D/Y', '12/31/2025', '2/1/2026'],
  ] as const)('with dates written %s, and ISO dates among them', async (dates, purchasedOn, date) => {
    const files = {
      'licences.csv': licenceFile({ purchasedOn }, { licenceId: 'L-2', purchasedOn: '2025-12-31' }),
      'activity.csv': activityFile({ date }),
    };
    const { licences, activities } = bookOf(await reading(bookFolder(files), { ...usualFormat, dates }));
    expect(licences.map((licence) => licence.purchasedOn)).toEqual(['2025-12-31', '2025-12-31']);
    expect(activities).toMatchObject([{ date: '2026-02-01' }]);
  });
});

describe('a cause that concerns a whole file is named once', () => {
  const rows = [1, 2, 3].map((number) => ({ licenceId: `L-${number}`, purchasedOn: `${number}.03.2025` }));
  test.each([
    [
      'dates that nobody has stated',
      { 'licences.csv': licenceFile(...rows) },
      'licences.csv:2, purchasedOn: found "1.03.2025" and 2 more such dates, expected dates such as ' +
        '2026-01-31, or how they are written stated: --dates D.M.Y',
    ],
    [
      'dates of which only some tell day from month',
      {
        'licences.csv': licenceFile(
          { purchasedOn: '03/04/2025' },
          { licenceId: 'L-2', purchasedOn: '03/14/2025' },
        ),
      },
      'licences.csv:2, purchasedOn: found "03/04/2025" and 1 more such date, expected dates such as ' +
        '2026-01-31, or how they are written stated: --dates M/D/Y',
    ],
    [
      'dates of which none does',
      { 'licences.csv': licenceFile({ purchasedOn: '03/04/2025' }) },
      'licences.csv:2, purchasedOn: found "03/04/2025", expected dates such as 2026-01-31, or how they are written ' +
        'stated: --dates D/M/Y or --dates M/D/Y',
    ],
    [
      'another separator',
      { 'customers.csv': customerFile({}, {}, {}).replaceAll(',', '|') },
      'customers.csv:1: found none of the columns in "customerId|name|kind|email|billingEmail|country|locale|partnerId", ' +
        'expected the header row customerId,name,kind,email,billingEmail,country,locale,partnerId,address,vatId,taxTreatment,poRequired,poNumber,discountPercent,together,accountManager,eInvoice,buyerReference with commas, ' +
        'semicolons or tabs; for other headers state a mapping file: --map FILE',
    ],
    [
      'an encoding that nobody has stated',
      { 'customers.csv': Buffer.from(customerFile(aBook, { ...aBook, customerId: 'C-2' }), 'latin1') },
      'customers.csv:2, name: found bytes that are not UTF-8 in "M\uFFFDller & S\uFFFDhne", expected text in UTF-8, or ' +
        'its encoding stated, such as --encoding windows-1252',
    ],
    [
      'values below no header',
      {
        'customers.csv': customerFile({}, { customerId: 'C-2' })
          .replaceAll(/GB,en-GB,/g, 'GB,en-GB,,x')
          .replace('\n', ',\n'),
      },
      'customers.csv:2: found "x" in field 9, which the header row does not name, expected a header for each column ' +
        'that has values',
    ],
  ])('%s', async (_, files, line) => {
    expect(linesOf(await reading(bookFolder(files)))).toEqual([line]);
  });

  test('other mistakes of the same rows are named all the same', async () => {
    const files = {
      'licences.csv': licenceFile(...rows, { licenceId: 'L-4', purchasedOn: '4.3.2025', model: 'x' }),
    };
    const lines = linesOf(await reading(bookFolder(files)));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('licences.csv:5, model: found "x"');
  });
});

test.each(['1,450', '1.450', '1,45,0', '1450,505', ',50'])('the amount %s is refused', async (detail) => {
  const folder = bookFolder({ 'activity.csv': activityFile({ activity: 'payment', detail }) });
  expect(linesOf(await reading(folder))).toHaveLength(1);
});

describe('a mapping file', () => {
  const mapping = (text: string) => {
    const folder = bookFolder();
    const path = join(folder, 'mapping.txt');
    writeFileSync(path, text);
    return readMapping(path, columnsByFile);
  };

  test('says which headers stand for our columns, and which are not read', async () => {
    const read = mapping(
      `# ours = theirs\ncustomerId = Kunde Nr.\n\n[customers.csv]\nname=Firma\nignore = Bemerkung\n`,
    );
    if (!read.ok) throw new Error(printMistakes(read.mistakes).join('\n'));
    const header = 'kunde nr.;Firma;kind;email;country;locale;Bemerkung';
    const files = {
      'customers.csv': `${header}\nC-1;Holmes;end-user;a@b.example;GB;en-GB;VIP\n`,
      'licences.csv': licenceFile({}).replace('customerId', 'Kunde Nr.'),
    };
    const { customers, licences } = bookOf(await reading(bookFolder(files), { mapping: read.value }));
    expect(customers).toMatchObject([{ customerId: 'C-1', name: 'Holmes' }]);
    expect(licences).toMatchObject([{ customerId: 'C-1' }]);
  });

  test.each([
    ['Kunde Nr.', 'lines such as customerId = Customer No.'],
    ['kundenNr = Kunde Nr.', /^a column of ours before the equals sign: customerId, name,.*, ignore$/],
    ['[licences.csv]\nemail = Mail', /^a column of ours before the equals sign: licenceId,/],
    ['[book.csv]', 'one of customers.csv, licences.csv, activity.csv, updates.csv in brackets'],
  ])('with the line %j is refused by its line', (text, expected) => {
    const read = mapping(`# first\n${text}\n`);
    expect(read).toMatchObject({
      ok: false,
      mistakes: [{ file: 'mapping.txt', expected: expect.stringMatching(expected) as string }],
    });
  });
});
