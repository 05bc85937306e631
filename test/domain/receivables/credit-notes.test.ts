import { describe, expect, test } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const credit = (invoice: string, net?: number) =>
  ({
    activity: 'credit-invoice',
    invoice,
    reason: 'agreed',
    ...(net === undefined ? {} : { net: nzd(net) }),
  }) as const;

/** Invoiced 552.00 (net 480.00) on 15 January 2026. */
const invoiced = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
    '2026-01-19',
  );

describe('a credit note (docs/rules.md §4.16)', () => {
  test('takes a net amount with its tax off what is to be paid of an open invoice', () => {
    const play = invoiced().does('2026-01-20', credit('last', 100_00)).on('2026-01-21', 'payment');
    expect(play.journal('2026-01-20')).toEqual([
      '2026-01-20 CreditNoteIssued L-1-I1 11500 less-to-pay',
      '2026-01-21 PaymentRecorded 43700',
      '2026-01-21 InvoicePaid',
    ]);
    const note = play.events.find(({ type }) => type === 'CreditNoteIssued');
    expect(note).toMatchObject({
      creditNoteId: 'L-1-C1',
      net: nzd(100_00),
      tax: nzd(15_00),
      total: nzd(115_00),
      reason: 'agreed',
    });
    expect(play.licence.credit).toEqual(nzd(0));
  });

  test('in full closes an open invoice, which neither is reminded of nor lapses', () => {
    const play = invoiced().does('2026-01-20', credit('L-1-I1')).until('2026-12-31');
    expect(play.journal('2026-01-20')).toEqual([
      '2026-01-20 CreditNoteIssued L-1-I1 55200 less-to-pay',
      '2026-12-31 TermStarted renewal 2027-01-01..2027-12-31',
    ]);
  });

  test('lets the credit pay what is left', () => {
    const play = invoiced().on('2026-01-20', 'payment', 437_00).does('2026-01-21', credit('last', 100_00));
    expect(play.journal('2026-01-20')).toEqual([
      '2026-01-20 PaymentRecorded 43700',
      '2026-01-21 CreditNoteIssued L-1-I1 11500 less-to-pay',
      '2026-01-21 InvoicePaid',
    ]);
  });

  test('becomes credit where the invoice is paid, and pays the next at once', () => {
    const play = invoiced()
      .on('2026-01-20', 'payment')
      .until('2027-01-16')
      .does('2027-01-20', credit('L-1-I1'));
    expect(play.journal('2027-01-15')).toEqual([
      '2027-01-15 InvoiceIssued renewal 55200 by 2027-04-15',
      '2027-01-20 CreditNoteIssued L-1-I1 55200 credit',
      '2027-01-20 InvoicePaid',
    ]);
  });

  test('of all that is left takes the rest, to the cent', () => {
    const play = new Play(videoSma, {
      country: 'DE',
      list: 333_33,
      purchasedOn: '2025-07-01',
      registeredOn: '2026-01-01',
    }).until('2026-07-02');
    const net = money(20_01, 'EUR');
    const part = { activity: 'credit-invoice', invoice: 'last', net, reason: 'agreed' } as const;
    play.does('2026-07-03', part).does('2026-07-04', part);
    play.does('2026-07-05', { activity: 'credit-invoice', invoice: 'last', reason: 'agreed' });
    // 18 % of 333.33 is 60.00 net and 11.40 tax: 20.01 + 3.80 twice, and 19.98 + 3.80 are left.
    expect(play.journal('2026-07-01')).toEqual([
      '2026-07-01 InvoiceIssued renewal 7140 by 2026-10-01',
      '2026-07-03 CreditNoteIssued L-1-I1 2381 less-to-pay',
      '2026-07-04 CreditNoteIssued L-1-I1 2381 less-to-pay',
      '2026-07-05 CreditNoteIssued L-1-I1 2378 less-to-pay',
    ]);
    expect(play.licence.invoices).toEqual([]);
  });

  test.each([
    // 60.00 net with 11.40 tax. Of 0.02 net the tax is 0.00, of 0.03 it is 0.01.
    ['takes the tax that is left, also where its own is less', [2, 2, 2, 59_94], 11_40],
    ['takes the tax that is left, also where its own is more', [3, 3, 59_94], 11_38],
    ['takes no more tax than there is left, with net left over', [3, 3, 59_93], 11_38],
  ])('a part that %s', (_, parts, tax) => {
    const play = new Play(videoSma, { country: 'DE', list: 333_33, purchasedOn: '2025-07-01' }).until(
      '2026-07-02',
    );
    for (const part of parts)
      play.does('2026-07-03', {
        activity: 'credit-invoice',
        invoice: 'last',
        net: money(part, 'EUR'),
        reason: 'agreed',
      });
    expect(play.events.at(-1)).toMatchObject({ type: 'CreditNoteIssued', tax: money(tax, 'EUR') });
  });

  test('of the whole net amount is one in full', () => {
    const play = invoiced().does('2026-01-20', credit('last', 480_00));
    expect(play.journal('2026-01-20')).toEqual(['2026-01-20 CreditNoteIssued L-1-I1 55200 less-to-pay']);
    expect(play.licence.invoices).toEqual([]);
  });

  test('says why its invoice had no tax', () => {
    const play = new Play(videoSma, { country: 'DE', purchasedOn: '2025-07-01', isTaxExempt: true }).until(
      '2026-07-02',
    );
    play.does('2026-07-03', { activity: 'credit-invoice', invoice: 'last', reason: 'agreed' });
    expect(play.events.at(-1)).toMatchObject({ untaxed: 'exempt', taxPercent: 0 });
    const taxed = invoiced().does('2026-01-20', credit('last')).events.at(-1);
    expect(taxed?.type === 'CreditNoteIssued' && taxed.untaxed).toBeUndefined();
  });

  test.each([
    ['more than the total', [credit('last', 480_01)]],
    ['more than the total together with another', [credit('last', 300_00), credit('last', 180_01)]],
    ['of what is credited in full already', [credit('last'), credit('last')]],
    ['of another invoice', [credit('L-1-I2')]],
    ['of nothing', [credit('last', 0)]],
  ])('is rejected: %s', (_what, commands) => {
    const play = invoiced();
    for (const command of commands) play.does('2026-01-20', command);
    expect(play.journal('2026-01-20').at(-1)).toBe('2026-01-20 ActivityRejected credit-invoice');
  });

  test('is rejected for an invoice that a lapse has voided', () => {
    const play = invoiced().does('2026-04-20', credit('last'));
    expect(play.journal('2026-04-20')).toEqual(['2026-04-20 ActivityRejected credit-invoice']);
  });

  test('in full for an open order starts no term: the licence lapses at its end', () => {
    const play = new Play(netjapanMaintenance, {
      country: 'US',
      purchasedOn: '2025-07-01',
      registeredOn: '2026-01-01',
    })
      .on('2026-06-20', 'accept-quote', 1)
      .does('2026-06-21', { activity: 'credit-invoice', invoice: 'last', reason: 'ordered in error' })
      .until('2026-07-10');
    expect(play.journal('2026-06-21')).toEqual([
      '2026-06-21 CreditNoteIssued L-1-I1 20000 less-to-pay',
      '2026-06-23 ReminderIssued expiry-7',
      '2026-07-01 MaintenanceLapsed not-renewed',
    ]);
  });
});

describe('an invoice reissued (docs/rules.md §4.17)', () => {
  const reissue = { activity: 'reissue-invoice', invoice: 'last', reason: 'another address' } as const;

  test('is credited in full and issued anew, with the tax and pay-by of the day', () => {
    const play = invoiced()
      .does('2026-02-01', { activity: 'change-customer', customerKind: 'end-user', country: 'AU' })
      .does('2026-02-02', reissue)
      .until('2026-05-10');
    expect(play.journal('2026-02-02')).toEqual([
      '2026-02-02 CreditNoteIssued L-1-I1 55200 less-to-pay',
      '2026-02-02 InvoiceIssued renewal 48000 by 2026-05-02',
      '2026-03-04 ReminderIssued payment-30',
      '2026-04-03 ReminderIssued payment-60',
      '2026-04-18 ReminderIssued final-notice',
      '2026-05-03 InvoiceVoided',
      '2026-05-03 MaintenanceLapsed unpaid',
    ]);
    expect(play.events.find((event) => event.type === 'InvoiceIssued' && event.reissues)).toMatchObject({
      invoiceId: 'L-1-I2',
      reissues: 'L-1-I1',
    });
  });

  test('if it was paid, is paid at once by what was credited', () => {
    const play = invoiced().on('2026-01-20', 'payment').does('2026-02-02', reissue);
    expect(play.journal('2026-02-02')).toEqual([
      '2026-02-02 CreditNoteIssued L-1-I1 55200 credit',
      '2026-02-02 InvoiceIssued renewal 55200 by 2026-05-02',
      '2026-02-02 InvoicePaid',
    ]);
    expect(play.licence).toMatchObject({ credit: nzd(0), invoices: [], paidThrough: '2026-12-31' });
  });

  const ordered = () =>
    new Play(netjapanMaintenance, {
      country: 'US',
      purchasedOn: '2025-07-01',
      registeredOn: '2026-01-01',
    }).on('2026-06-20', 'accept-quote', 1);

  test('an order stays one: paid, it starts its term', () => {
    const play = ordered().does('2026-06-25', reissue).on('2026-07-20', 'payment').until('2026-07-30');
    expect(play.journal('2026-06-25')).toEqual([
      '2026-06-25 CreditNoteIssued L-1-I1 20000 less-to-pay',
      '2026-06-25 InvoiceIssued renewal 20000 by 2026-07-25',
      '2026-07-20 PaymentRecorded 20000',
      '2026-07-20 InvoicePaid',
      '2026-07-20 TermStarted renewal 2026-07-01..2027-06-30',
    ]);
  });

  test('an order that was paid starts no second term', () => {
    const play = ordered().on('2026-06-21', 'payment').does('2026-06-25', reissue);
    expect(play.journal('2026-06-25')).toEqual([
      '2026-06-25 CreditNoteIssued L-1-I1 20000 credit',
      '2026-06-25 InvoiceIssued renewal 20000 by 2026-07-25',
      '2026-06-25 InvoicePaid',
    ]);
    expect(play.licence.standing).toMatchObject({ term: { ends: '2027-06-30' } });
  });

  test('an order that was paid and is open again starts no second term either, and keeps its purchase order', () => {
    const order = new Play(netjapanMaintenance, {
      country: 'US',
      purchasedOn: '2025-07-01',
      poNumber: 'STANDING',
    })
      .until('2026-06-19')
      .does('2026-06-20', { activity: 'accept-quote', years: 1, po: 'PO-7' })
      .on('2026-06-21', 'payment')
      .does('2026-06-22', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'bounced' })
      .does('2026-06-25', reissue)
      .on('2026-06-26', 'payment');
    expect(order.journal('2026-06-25')).toEqual([
      '2026-06-25 CreditNoteIssued L-1-I1 20000 less-to-pay',
      '2026-06-25 InvoiceIssued renewal 20000 by 2026-07-25',
      '2026-06-26 PaymentRecorded 20000',
      '2026-06-26 InvoicePaid',
    ]);
    expect(order.events.find((event) => event.type === 'InvoiceIssued' && event.reissues)).toMatchObject({
      purchaseOrder: 'PO-7',
      because: 'it takes the place of invoice L-1-I1',
    });
    expect(order.licence).toMatchObject({
      paidThrough: '2027-06-30',
      standing: { term: { ends: '2027-06-30' } },
    });
  });

  test('the invoice that was named is issued anew, also where another is open', () => {
    const play = ordered().on('2026-06-21', 'payment');
    play.does('2026-06-22', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'bounced' });
    play.on('2026-06-23', 'request-quote').on('2026-06-24', 'accept-quote', 1).does('2026-06-25', reissue);
    // L-1-I2, the order of the term after: paid, it starts that one.
    play.on('2026-06-26', 'payment');
    expect(play.licence.standing).toMatchObject({ term: { ends: '2028-06-30' } });
  });

  test('if it was paid, is paid before an older one that is open, and starts no term', () => {
    const play = ordered().on('2026-06-21', 'payment');
    play.on('2026-06-23', 'request-quote').on('2026-06-24', 'accept-quote', 1);
    play.does('2026-06-25', { ...reissue, invoice: 'L-1-I1' });
    expect(play.journal('2026-06-25')).toEqual([
      '2026-06-25 CreditNoteIssued L-1-I1 20000 credit',
      '2026-06-25 InvoiceIssued renewal 20000 by 2026-07-25',
      '2026-06-25 InvoicePaid',
    ]);
    expect(play.licence.invoices).toMatchObject([{ invoiceId: 'L-1-I2' }]);
  });

  test('of a term that renews by itself, names the purchase order of the day', () => {
    const play = new Play(smartNetUserGroup, {
      coverEnds: '2025-12-31',
      registeredOn: '2025-12-01',
      poNumber: 'PO-OLD',
    }).until('2026-01-19');
    play.does('2026-01-20', {
      activity: 'change-customer',
      customerKind: 'end-user',
      country: 'NZ',
      poNumber: 'PO-NEW',
    });
    play.does('2026-01-21', reissue);
    expect(play.licence.invoices).toMatchObject([{ invoiceId: 'L-1-I2', purchaseOrder: 'PO-NEW' }]);
  });

  test('support is payable on the day, an order of an automatic plan within the days of a quote', () => {
    const support = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31', country: 'US' });
    support.does('2026-02-10', {
      activity: 'open-ticket',
      emergency: true,
      at: '2026-02-10T18:00:00Z' as never,
    });
    expect(support.does('2026-02-11', reissue).events.at(-1)).toMatchObject({ payBy: '2026-02-11' });
    const back = new Play(videoSma, { coverEnds: '2026-02-28' }).on('2026-01-05', 'cancel');
    back.on('2026-03-05', 'request-quote').on('2026-03-06', 'accept-quote', 1).does('2026-03-10', reissue);
    expect(back.events.at(-1)).toMatchObject({ type: 'InvoiceIssued', payBy: '2026-04-09' });
  });

  test('a back-charge is payable to the end of the year, unless its term runs', () => {
    const order = () => invoiced().on('2026-12-10', 'request-quote').on('2026-12-11', 'accept-quote', 1);
    expect(order().does('2026-12-15', reissue).events.at(-1)).toMatchObject({ payBy: '2026-12-31' });
    const paid = order().on('2026-12-20', 'payment').does('2026-12-22', reissue);
    expect(paid.journal('2026-12-22')[1]).toMatch(/^2026-12-22 InvoiceIssued .* by 2027-01-21$/);
  });
});
