import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const day = '2026-03-10';
let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

const does = (...args: readonly string[]) => operator.on(day, args);

/** A licence whose order is open, with the number of its invoice and what it owes, as a bank writes it. */
async function ordered(customerId = 'C-1') {
  const licenceId = await operator.licence(plan, { coverEnds: '2026-12-31', customerId });
  await does('quote', licenceId, '--yes');
  expect((await does('quote', licenceId, '--accept', '1', '--yes')).status).toBe(0);
  const found = await operator.post.licences.loadWithHistory(licenceId);
  const [quote = '', invoice = ''] = found?.history.documents.map(({ number }) => number) ?? [];
  const minor = found?.stored.licence.invoices[0]?.price.total.amount ?? 0;
  return { licenceId, quote, invoice, minor, amount: (minor / 100).toFixed(2) };
}

let files = 0;
function csv(...rows: readonly string[]): string {
  const path = join(operator.folder, `bank-${(files += 1)}.csv`);
  writeFileSync(path, ['valueDate,amount,currency,reference,payer,id', ...rows, ''].join('\n'));
  return path;
}

async function customer(customerId: string): Promise<string> {
  const known = await operator.post.customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  await operator.post.customers.put({ ...known, customerId });
  return customerId;
}

async function paymentsOf(licenceId: string) {
  const events = await operator.post.licences.events(licenceId);
  return events.filter((event) => event.type === 'PaymentRecorded');
}

interface Listed {
  readonly payment: { readonly paymentId: string; readonly text: string };
  readonly state: string;
  readonly reason?: string;
  readonly steps: readonly { readonly did: string; readonly by: { readonly who?: string } }[];
}

async function listed(...options: readonly string[]): Promise<readonly Listed[]> {
  return JSON.parse((await does('payments', 'list', '--json', ...options)).out) as Listed[];
}

describe('payments import', () => {
  test('books by printed numbers, shows what it cannot match and why, and books each payment once', async () => {
    const [one, two, three, paid] = [await ordered(), await ordered(), await ordered(), await ordered()];
    await does('payment', paid.licenceId, '--yes');
    const sum = ((two.minor + three.minor) / 100).toFixed(2);
    const file = csv(
      `2026-03-05,${one.amount},GBP,${one.invoice.toLowerCase().replaceAll('-', ' ')},Somebody,B1`,
      `2026-03-06,${sum},GBP,${two.invoice} + ${three.invoice},Somebody,B2`,
      `2026-03-06,1.00,GBP,${paid.invoice},Somebody,B3`,
      `2026-03-06,12.00,GBP,flowers,Somebody,B4`,
      `2026-03-06,-3.00,GBP,fee,Bank,B5`,
    );
    const dry = await does('payments', 'import', file, '--dry-run');
    expect(dry.status).toBe(0);
    expect(dry.out).toContain('2 payments to book');
    expect(dry.out).toContain(`${paid.invoice} is already paid`);
    expect(dry.out).toContain('no printed number, licence or customer id is in its text, and no customer');
    expect(dry.out).toContain('1 payment out, skipped');
    expect(await paymentsOf(one.licenceId)).toEqual([]);

    const { status, out } = await does('payments', 'import', file, '--yes');
    expect([status, out]).toEqual([0, expect.stringContaining('Booked 2 payments')]);
    expect(await paymentsOf(one.licenceId)).toMatchObject([
      { date: day, received: '2026-03-05', amount: { amount: one.minor }, invoiceId: `${one.licenceId}-I1` },
    ]);
    expect(await operator.journal(two.licenceId)).toContain('TermStarted');
    expect(await operator.journal(three.licenceId)).toContain('TermStarted');

    const again = await does('payments', 'import', file, '--yes');
    expect([again.status, again.out]).toEqual([
      0,
      expect.stringContaining('2 payments booked or dismissed before'),
    ]);
    expect(await paymentsOf(one.licenceId)).toHaveLength(1);
    expect((await listed('--unmatched')).map(({ payment }) => payment.text)).toEqual([
      paid.invoice,
      'flowers',
    ]);
  });

  test("books by a customer's id and the amount of one open invoice", async () => {
    const customerId = await customer('ACME-77');
    const { licenceId, amount } = await ordered(customerId);
    const file = csv(`2026-03-06,${amount},GBP,maintenance for acme-77,Acme,C1`);
    expect((await does('payments', 'import', file, '--yes')).status).toBe(0);
    expect(await paymentsOf(licenceId)).toHaveLength(1);
  });

  test("books by the payer's name, as banks write it, and the amount", async () => {
    const known = await operator.post.customers.get('C-1');
    if (known === undefined) throw new Error('no customer C-1');
    await operator.post.customers.put({ ...known, customerId: 'NAMED', name: 'Müller & Söhne GmbH' });
    const { licenceId, amount } = await ordered('NAMED');
    const file = csv(`2026-03-06,${amount},GBP,maintenance,MUELLER SOEHNE GMBH,N1`);
    expect((await does('payments', 'import', file, '--yes')).status).toBe(0);
    expect(await paymentsOf(licenceId)).toHaveLength(1);
  });

  test('books a payment that names a document of several licences on all of them, with one receipt', async () => {
    const known = await operator.post.customers.get('C-1');
    if (known === undefined) throw new Error('no customer C-1');
    await operator.post.customers.put({ ...known, customerId: 'JOINED', together: true });
    const facts = { coverEnds: '2026-04-20', customerId: 'JOINED', together: true };
    const ids = [await operator.licence(plan, facts), await operator.licence(plan, facts)];
    await does('run', plan.id, '--yes');
    const documents = async () => {
      const found = await Promise.all(ids.map((id) => operator.post.licences.loadWithHistory(id)));
      return found.flatMap((each) => each?.history.documents ?? []);
    };
    const quote = (await documents()).find(({ kind }) => kind === 'quote')?.number ?? '';
    expect((await does('quote', quote, '--accept', '1', '--yes')).status).toBe(0);
    const invoice = (await documents()).find(({ kind }) => kind === 'invoice')?.number ?? '';
    const stored = await Promise.all(ids.map((id) => operator.post.licences.load(id)));
    const sum = stored.reduce((all, each) => all + (each?.licence.invoices[0]?.price.total.amount ?? 0), 0);
    const file = csv(`2026-03-06,${(sum / 100).toFixed(2)},GBP,${invoice},Somebody,S1`);
    const { status, out } = await does('payments', 'import', file, '--yes');
    expect([status, out]).toEqual([0, expect.stringContaining('Booked 1 payment; 1 mail sent.')]);
    for (const id of ids) expect(await operator.journal(id)).toContain('TermStarted');
  });

  test('an invoice is given to one payment of the file only', async () => {
    const { licenceId, invoice, amount } = await ordered();
    const row = (id: string) => `2026-03-06,${amount},GBP,${invoice},Somebody,${id}`;
    const { out } = await does('payments', 'import', csv(row('D1'), row('D2')), '--yes');
    expect(out).toContain(`another payment of this file pays ${invoice}`);
    expect(await paymentsOf(licenceId)).toHaveLength(1);
  });

  test('what waits is booked by a later file once it is known what it pays', async () => {
    const customerId = await customer('LATE-9');
    const licenceId = await operator.licence(plan, { coverEnds: '2026-12-31', customerId });
    await does('quote', licenceId, '--yes');
    const { amount } = await ordered();
    const file = csv(`2026-03-06,${amount},GBP,LATE-9,Late,L1`);
    expect((await does('payments', 'import', file, '--yes')).out).toContain('customer LATE-9 owes nothing');
    await does('quote', licenceId, '--accept', '1', '--yes');
    expect((await does('payments', 'import', file, '--yes')).out).toContain('Booked 1 payment');
    expect(await operator.journal(licenceId)).toContain('TermStarted');
  });

  test('takes the currency of the plan whose number is in the text, a decimal comma and other headers', async () => {
    const { licenceId, invoice, minor } = await ordered();
    const path = join(operator.folder, 'bank.txt');
    const whole = String(Math.floor(minor / 100)).replace(/(\d)(?=(\d{3})+$)/g, '$1.');
    const cents = String(minor % 100).padStart(2, '0');
    writeFileSync(path, `Valuta;Betrag;Zweck\n06.03.2026;${whole},${cents};${invoice}\n`);
    const map = join(operator.folder, 'bank.map');
    writeFileSync(map, 'valueDate = Valuta\namount = Betrag\nreference = Zweck\n');
    const { status, err } = await does('payments', 'import', path, '--map', map, '--dates', 'D.M.Y', '--yes');
    expect([status, err]).toEqual([0, '']);
    expect(await paymentsOf(licenceId)).toMatchObject([
      { received: '2026-03-06', amount: { amount: minor } },
    ]);
  });

  test.each([
    ['no currency', '2026-03-06,5.00,,flowers,Somebody,X1', 'a currency such as EUR'],
    [
      'an amount that can mean two',
      '2026-03-06,"1,450",GBP,flowers,Somebody,X1',
      'an amount such as 1450.50 (GBP)',
    ],
    ['no day', 'soon,5.00,GBP,flowers,Somebody,X1', 'valueDate: found "soon"'],
  ])('refuses a file with %s, by its place', async (_, row, mistake) => {
    const { status, err } = await does('payments', 'import', csv(row), '--yes');
    expect(status).toBe(2);
    expect(err).toContain(':2, ');
    expect(err).toContain(mistake);
  });

  test('leaves a payment whose value date is to come for later', async () => {
    const { out } = await does('payments', 'import', csv('2026-03-20,5.00,GBP,flowers,Somebody,F1'), '--yes');
    expect(out).toContain('1 payment with a value date still to come');
  });
});

describe('a payment that waits', () => {
  async function waiting(text: string, amount = '12.00'): Promise<string> {
    const file = csv(`2026-03-06,${amount},GBP,${text},Somebody,W${(files += 1)}`);
    expect((await does('payments', 'import', file, '--yes')).status).toBe(0);
    return (
      (await listed('--unmatched')).find(({ payment }) => payment.text === text)?.payment.paymentId ?? ''
    );
  }

  test('is assigned to a licence, and its list says by whom', async () => {
    const { licenceId, amount } = await ordered();
    const paymentId = await waiting('for the server', amount);
    expect((await does('payments', 'assign', paymentId, licenceId, '--yes')).status).toBe(0);
    expect(await paymentsOf(licenceId)).toMatchObject([{ paymentId, received: '2026-03-06' }]);
    const kept = (await listed()).find(({ payment }) => payment.paymentId === paymentId);
    expect(kept).toMatchObject({ state: 'booked' });
    expect(kept?.steps.map(({ did }) => did)).toEqual(['received', 'assigned', 'booked']);
    expect(kept?.steps[1]?.by.who).toMatch(/^arn:aws:/);
    const again = await does('payments', 'assign', paymentId, licenceId, '--yes');
    expect([again.status, again.err]).toEqual([
      2,
      expect.stringContaining('is no longer waiting: it is booked'),
    ]);
  });

  test('is assigned to an invoice by its number, and to a customer by its amount', async () => {
    const first = await ordered();
    const toInvoice = await waiting('somebody', first.amount);
    expect((await does('payments', 'assign', toInvoice, first.invoice, '--yes')).status).toBe(0);
    expect(await paymentsOf(first.licenceId)).toMatchObject([{ invoiceId: `${first.licenceId}-I1` }]);

    const second = await ordered(await customer('ASSIGNED'));
    const toCustomer = await waiting('somebody else', second.amount);
    expect((await does('payments', 'assign', toCustomer, 'ASSIGNED', '--yes')).status).toBe(0);
    expect(await paymentsOf(second.licenceId)).toHaveLength(1);
  });

  test('is not assigned to what is charged in another currency, or is nothing', async () => {
    const paymentId = await waiting('odd');
    const { smartNetUserGroup } = await import('../../../plans/smart-net-user-group.ts');
    const foreign = await operator.licence(smartNetUserGroup, { country: 'NZ', coverEnds: '2026-12-31' });
    for (const target of [foreign, 'NOBODY'])
      expect((await does('payments', 'assign', paymentId, target, '--yes')).status).toBe(2);
    expect(await listed('--unmatched')).toContainEqual(expect.objectContaining({ state: 'waiting' }));
  });

  test('is dismissed for a reason, and does not come back with the next file', async () => {
    const text = 'rent of the shop';
    const paymentId = await waiting(text);
    expect((await does('payments', 'dismiss', paymentId, '--reason', 'not ours', '--yes')).status).toBe(0);
    expect((await listed()).find(({ payment }) => payment.paymentId === paymentId)).toMatchObject({
      state: 'dismissed',
      reason: 'not ours',
    });
    expect((await listed('--unmatched')).map(({ payment }) => payment.text)).not.toContain(text);
  });
});
