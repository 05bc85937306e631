import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../domain/calendar.ts';
import { videoSma as plan } from '../../plans/video-sma.ts';
import { Play } from '../support/application/play.ts';

/** ProBox with a module more, in its first term, which costs 19 % of list, until 2026-06-09. */
const proBox = {
  product: 'ProBox',
  purchasedOn: '2025-06-10',
  country: 'DE',
  modules: { PROBOX: 2400_00, POS: 399_95 },
};
const covered = () => new Play(plan, proBox);
/** The agreement ran out without ever being taken up again. */
const lapsed = () => new Play(plan, { ...proBox, coverEnds: '2025-12-31' });
const toEnterprise = { activity: 'request-change', edition: 'Enterprise' } as const;
const adds = (...skus: string[]) => ({ activity: 'add-modules', skus }) as const;
const reasonOf = (play: Play) => play.events.at(-1)?.because;
const ratesOf = (play: Play) =>
  play.licence.invoices.at(-1)?.price.lines.map((line) => 'rate' in line && line.rate);
const quotedBy = (play: Play) => play.licence.changeQuote;

describe('moving from ProBox to Enterprise', () => {
  it('credits the full cost of the initial installation while the agreement is active', () => {
    const play = covered().does('2026-03-02', toEnterprise);
    expect(quotedBy(play)).toMatchObject({
      validUntil: '2026-04-01',
      needsNewLicence: false,
      price: {
        lines: [
          { basis: 'list', item: 'Enterprise', net: { amount: 9800_00 } },
          { basis: 'credit', net: { amount: -(2400_00 + 399_95) } },
        ],
        net: { amount: 7000_05 },
        tax: { amount: 1330_01 },
        total: { amount: 8330_06, currency: 'EUR' },
      },
    });
  });

  it('credits nothing without an active agreement', () => {
    const play = lapsed().does('2026-03-02', toEnterprise);
    expect(quotedBy(play)?.price).toMatchObject({
      lines: [{ basis: 'list', item: 'Enterprise' }],
      total: { amount: 11662_00 },
    });
  });

  it('is ordered, payable within 30 days, and done once it is paid: the old edition’s module makes room', () => {
    const play = covered().does('2026-03-02', toEnterprise).on('2026-03-05', 'accept-change');
    play.on('2026-04-04', 'payment').until('2026-06-10');
    expect(play.journal('2026-03')).toEqual([
      '2026-03-02 ChangeQuoted edition 833006',
      '2026-03-05 ChangeAccepted',
      '2026-03-05 InvoiceIssued expansion 833006 by 2026-04-04',
      '2026-04-04 PaymentRecorded 833006',
      '2026-04-04 InvoicePaid',
      '2026-04-04 LicenceChanged edition ENT POS',
      '2026-04-10 ReminderIssued renewal-60',
      '2026-06-09 TermStarted renewal 2026-06-10..2027-06-09',
      // 18 % of 9,800.00 and 399.95, and 19 % tax
      '2026-06-10 InvoiceIssued renewal 218483 by 2026-09-10',
    ]);
    expect(play.licence.facts).toMatchObject({ product: 'Enterprise', edition: '' });
  });

  it('does not credit modules that were added later', () => {
    const play = covered().does('2026-02-02', adds('CAM-16')).on('2026-02-03', 'payment');
    const [, credit] = quotedBy(play.does('2026-03-02', toEnterprise))?.price.lines ?? [];
    expect(credit?.net.amount).toBe(-(2400_00 + 399_95));
  });

  it('keeps modules that were added between the quote and its payment', () => {
    const play = covered().does('2026-03-02', toEnterprise).does('2026-03-03', adds('CAM-16'));
    play.on('2026-03-03', 'payment').on('2026-03-05', 'accept-change').on('2026-03-06', 'payment');
    expect(play.licence.facts.modules.map(({ sku }) => sku)).toEqual(['ENT', 'POS', 'CAM-16']);
  });

  it('never costs less than nothing, and what costs nothing is done at once', () => {
    const play = new Play(plan, { ...proBox, modules: { PROBOX: 2400_00, BIG: 12_000_00 } });
    play.does('2026-03-02', toEnterprise).on('2026-03-05', 'accept-change');
    expect(play.journal('2026-03')).toEqual([
      '2026-03-02 ChangeQuoted edition 0',
      '2026-03-05 ChangeAccepted',
      '2026-03-05 LicenceChanged edition ENT BIG',
    ]);
  });

  it('that is paid on the term’s last day after its run is what the next term costs', () => {
    const play = covered()
      .does('2026-06-01', toEnterprise)
      .on('2026-06-02', 'accept-change')
      .until('2026-06-09');
    play.on('2026-06-09', 'payment').until('2026-06-10');
    // 18 % of 9,800.00 and 399.95, and 19 % tax
    expect(play.journal('2026-06-10')).toEqual(['2026-06-10 InvoiceIssued renewal 218483 by 2026-09-10']);
  });

  it('credits the initial installation once', () => {
    const play = covered().does('2026-03-02', toEnterprise).on('2026-03-05', 'accept-change');
    play.on('2026-03-06', 'payment').does('2026-03-09', { activity: 'request-change', edition: 'ProBox' });
    expect(quotedBy(play)?.price.lines).toMatchObject([
      { basis: 'list', item: 'ProBox', net: { amount: 2400_00 } },
      { basis: 'credit', net: { amount: 0 } },
    ]);
  });

  it('keeps what was credited when quoted, unless maintenance lapses before: that withdraws the quote', () => {
    const unpaid = () => covered().until('2026-08-25').does('2026-08-25', toEnterprise);
    expect(unpaid().on('2026-09-10', 'accept-change').journal('2026-09-10')).toEqual([
      '2026-09-10 ChangeAccepted',
      '2026-09-10 InvoiceIssued expansion 833006 by 2026-10-10',
    ]);
    const late = unpaid().on('2026-09-12', 'accept-change');
    expect(reasonOf(late)).toBe('no quote for a change is open');
  });

  it('is not done where maintenance lapses before the order is paid: that voids it', () => {
    const play = covered()
      .until('2026-08-25')
      .does('2026-08-25', toEnterprise)
      .on('2026-09-10', 'accept-change');
    play.on('2026-09-12', 'payment', 8330_06);
    expect(play.journal('2026-09-11')).toEqual([
      '2026-09-11 InvoiceVoided',
      '2026-09-11 InvoiceVoided',
      '2026-09-11 MaintenanceLapsed unpaid',
      '2026-09-12 PaymentRecorded 833006',
    ]);
  });

  it('leaves the renewal alone: an open order keeps nothing from lapsing and starts no term', () => {
    const play = covered().on('2026-05-01', 'cancel').does('2026-06-01', toEnterprise);
    play.on('2026-06-02', 'accept-change').on('2026-06-03', 'payment').until('2026-06-10');
    expect(play.journal('2026-06-03')).toEqual([
      '2026-06-03 PaymentRecorded 833006',
      '2026-06-03 InvoicePaid',
      '2026-06-03 LicenceChanged edition ENT POS',
      '2026-06-10 MaintenanceLapsed cancelled',
    ]);
  });

  it('is offered until the quote’s last day, and ordered until the pay-by day', () => {
    const expired = covered().does('2026-03-02', toEnterprise).until('2026-04-02');
    expect(expired.journal('2026-04')).toEqual(['2026-04-02 QuoteExpired']);
    expect(
      reasonOf(
        covered().does('2026-03-02', toEnterprise).skipTo('2026-04-02').on('2026-04-02', 'accept-change'),
      ),
    ).toBe('quote L-1-Q1 was valid until 2026-04-01');
    const unpaid = covered().does('2026-03-02', toEnterprise).on('2026-03-05', 'accept-change');
    expect(unpaid.until('2026-04-05').journal('2026-04')).toEqual(['2026-04-05 InvoiceVoided']);
  });

  it('is quoted anew in place of the quote that is open, and not while its order is', () => {
    const play = covered().does('2026-03-02', toEnterprise).does('2026-03-03', toEnterprise);
    expect(quotedBy(play)).toMatchObject({ quoteId: 'L-1-Q2', validUntil: '2026-04-02' });
    expect(reasonOf(play)).toMatch(/; it takes the place of quote L-1-Q1$/);
    play.on('2026-03-04', 'accept-change').does('2026-03-05', toEnterprise);
    expect(reasonOf(play)).toBe('order L-1-I1 is open until 2026-04-03');
  });

  it('takes an edition of the price list that is not the licence’s own', () => {
    expect(reasonOf(covered().does('2026-03-02', { ...toEnterprise, edition: 'Entreprise' }))).toBe(
      'edition Entreprise is not in the price list: it has ProBox, Enterprise',
    );
    expect(reasonOf(covered().does('2026-03-02', { ...toEnterprise, edition: 'ProBox' }))).toBe(
      'the licence is for the edition ProBox already',
    );
    expect(reasonOf(covered().does('2026-03-02', { ...toEnterprise, edition: 'constructor' }))).toMatch(
      /^edition constructor is not in the price list/,
    );
  });
});

describe('modules added mid-term', () => {
  it('are charged by days to the end of the term at its rate, and count in full from the next', () => {
    const play = covered().does('2026-03-02', adds('CAM-16')).on('2026-03-20', 'payment').until('2026-06-10');
    // 100 of 365 days at 19 % of 1,280.00, and 19 % tax
    expect(play.journal('2026-03')).toEqual([
      '2026-03-02 InvoiceIssued expansion 7929 by 2026-04-01',
      '2026-03-20 PaymentRecorded 7929',
      '2026-03-20 InvoicePaid',
      '2026-03-20 LicenceChanged modules PROBOX POS CAM-16',
      '2026-04-10 ReminderIssued renewal-60',
      '2026-06-09 TermStarted renewal 2026-06-10..2027-06-09',
      // 18 % of 4,079.95, and 19 % tax
      '2026-06-10 InvoiceIssued renewal 87392 by 2026-09-10',
    ]);
  });

  it('are charged for each calendar year by its own days, rounded half up', () => {
    const play = new Play(plan, { ...proBox, purchasedOn: '2027-09-01', registeredOn: '2027-09-01' });
    play.does('2027-12-02', adds('CAM-16', 'CAM-64'));
    expect(play.events.at(-1)).toMatchObject({
      price: {
        lines: [
          // 19 % of 5,760.00 a year: 30 of 365 and 244 of 366 days
          { from: '2027-12-02', to: '2027-12-31', days: 30, ofDays: 365, net: { amount: 89_95 } },
          { from: '2028-01-01', to: '2028-08-31', days: 244, ofDays: 366, net: { amount: 729_60 } },
        ],
      },
    });
  });

  it('pay the late rate in a term that was taken up again at it, and the falling rate later', () => {
    const play = lapsed().on('2026-01-10', 'request-quote').on('2026-01-11', 'accept-quote');
    play.on('2026-01-12', 'payment').does('2026-02-02', adds('CAM-16'));
    expect(ratesOf(play)).toEqual([24, 24]);
    play.on('2026-02-03', 'payment').until('2027-01-12').does('2027-02-02', adds('CAM-64'));
    expect(ratesOf(play)).toEqual([18, 18]);
  });

  it('that are paid before the term’s own invoice goes out are not charged twice for it', () => {
    const play = covered().until('2026-06-09').does('2026-06-10', adds('CAM-16')).on('2026-06-10', 'payment');
    expect(play.until('2026-06-10').journal('2026-06-10')).toEqual([
      // a whole year at 18 %, and 19 % tax
      '2026-06-10 InvoiceIssued expansion 27418 by 2026-07-10',
      '2026-06-10 PaymentRecorded 27418',
      '2026-06-10 InvoicePaid',
      '2026-06-10 LicenceChanged modules PROBOX POS CAM-16',
      // 18 % of 2,799.95, and 19 % tax
      '2026-06-10 InvoiceIssued renewal 59975 by 2026-09-10',
    ]);
  });

  it('that are paid on the term’s last day after its run count in full from the next term', () => {
    const play = covered().does('2026-06-05', adds('CAM-16')).until('2026-06-09').on('2026-06-09', 'payment');
    expect(play.until('2026-06-10').journal('2026-06-09')).toEqual([
      '2026-06-09 TermStarted renewal 2026-06-10..2027-06-09',
      '2026-06-09 PaymentRecorded 396',
      '2026-06-09 InvoicePaid',
      '2026-06-09 LicenceChanged modules PROBOX POS CAM-16',
      // 18 % of 4,079.95, and 19 % tax
      '2026-06-10 InvoiceIssued renewal 87392 by 2026-09-10',
    ]);
  });

  it('are charged once for each day of cover, whenever they are ordered and paid', () => {
    const moment = fc.record({ day: fc.integer({ min: -6, max: 3 }), afterRun: fc.boolean() });
    const twoMoments = fc.tuple(moment, moment).filter(([a, b]) => a.day <= b.day);
    fc.assert(
      fc.property(twoMoments, ([ordered, paid]) => {
        const play = covered();
        const at = ({ day, afterRun }: typeof ordered) => {
          const date = addDays(civilDate('2026-06-09'), day);
          return { date, play: afterRun ? play.until(date) : play.until(addDays(date, -1)).skipTo(date) };
        };
        const order = at(ordered);
        order.play.does(order.date, adds('CAM-16'));
        const payment = at(paid);
        payment.play.on(payment.date, 'payment').until('2026-07-20');
        const isInUse = play.licence.facts.modules.some(({ sku }) => sku === 'CAM-16');
        const charged = play.events.flatMap((event) => {
          if (event.type !== 'InvoiceIssued') return [];
          if (event.kind === 'renewal')
            return event.price.lines.filter((line) => 'list' in line && line.list.amount === 4079_95);
          const isPaid = play.events.some(
            (one) => one.type === 'InvoicePaid' && one.invoiceId === event.invoiceId,
          );
          return isPaid ? event.price.lines.filter((line) => 'to' in line && line.to > '2026-06-10') : [];
        });
        expect(charged.length > 0).toBe(isInUse);
        expect(new Set(charged.map(({ basis }) => basis)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are to be paid within the term that they are charged for', () => {
    const play = covered().does('2026-06-05', adds('CAM-16')).until('2026-06-09');
    expect(play.licence.invoices[0]?.payBy).toBe('2026-06-09');
    expect(play.skipTo('2026-06-10').on('2026-06-10', 'payment', 1_00).journal('2026-06-10')).toEqual([
      '2026-06-10 InvoiceVoided',
      '2026-06-10 PaymentRecorded 100',
    ]);
  });

  it('cost nothing where the next term is due to start: it charges them in full', () => {
    const play = covered().until('2026-06-08').skipTo('2026-06-12').does('2026-06-12', adds('CAM-16'));
    expect(play.until('2026-06-12').journal('2026-06-09')).toEqual([
      '2026-06-12 LicenceChanged modules PROBOX POS CAM-16',
      '2026-06-12 TermStarted renewal 2026-06-10..2027-06-09',
      '2026-06-12 InvoiceIssued renewal 87392 by 2026-09-12',
    ]);
  });

  it('do not hold up what is paid for the term while their order is unpaid', () => {
    const play = covered().until('2026-06-09').does('2026-06-10', adds('CAM-64')).until('2026-06-10');
    play.on('2026-06-20', 'payment', 600_00).until('2026-07-11');
    expect(play.journal('2026-06-11')).toEqual([
      '2026-06-20 PaymentRecorded 60000',
      '2026-06-20 InvoicePaid',
      '2026-07-11 InvoiceVoided',
    ]);
  });

  it('are modules of the price list, each once, on a licence that is covered', () => {
    const reasons = (play: Play, ...skus: string[]) => reasonOf(play.does('2026-03-02', adds(...skus)));
    const listed = 'is not in the price list: it has CAM-16, CAM-64, POS';
    expect(reasons(covered(), 'CAM-16', 'CAM-32')).toBe(`module CAM-32 ${listed}`);
    expect(reasons(covered(), 'ENT')).toBe(`module ENT ${listed}`);
    expect(reasons(covered(), 'CAM-16', 'CAM-16')).toBe('module CAM-16 is named twice');
    expect(reasons(covered())).toBe('no module is named: name one or more by their SKUs');
    expect(reasons(covered(), 'POS')).toBe('the licence has module POS already, or on order');
    expect(reasons(covered().does('2026-03-01', adds('CAM-16')), 'CAM-16')).toBe(
      'the licence has module CAM-16 already, or on order',
    );
    expect(reasons(lapsed(), 'CAM-16')).toBe('a lapsed licence has no term to add modules to');
  });
});

it('a quote for taking the agreement up again is withdrawn by a change: what it was reckoned from is no more', () => {
  const play = lapsed().on('2026-03-01', 'request-quote').does('2026-03-02', toEnterprise);
  play.on('2026-03-03', 'accept-change').on('2026-03-04', 'payment').on('2026-03-05', 'request-quote');
  expect(play.journal('2026-03-04').slice(-2)).toEqual([
    '2026-03-04 LicenceChanged edition ENT POS',
    // 24 % of 10,199.95, and 19 % tax
    '2026-03-05 QuoteIssued reinstatement 1y=291311',
  ]);
});
