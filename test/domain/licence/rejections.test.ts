import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import type { CorrectedFacts } from '../../../domain/corrections/correctable.ts';
import { type Command, decide } from '../../../domain/decide.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'on'> : never) : never;

/** What the decision on a command of a day says, after the runs of all days before it. */
function said(play: Play, day: string, command: Asked) {
  play.until(addDays(civilDate(day), -1)).skipTo(day);
  return decide(play.plan, play.licence, { on: play.today, ...command }, play.today, play.events);
}

const nzd = (amount: number) => money(amount, 'NZD');
const reason = 'asked for';
const pay = (amount: number, more = {}) =>
  ({ activity: 'payment', amount: { amount, currency: 'NZD' }, ...more }) as const;
const credit = (invoice: string, net?: number, currency = 'NZD') =>
  ({
    activity: 'credit-invoice',
    invoice,
    net: net === undefined ? undefined : money(net, currency),
    reason,
  }) as const;
const reverse = (paymentId: string) => ({ activity: 'reverse-payment', paymentId, reason }) as const;
const hold = (until: string) => ({ activity: 'hold', until: civilDate(until), reason }) as const;
const refund = (amount: number, currency = 'NZD') =>
  ({ activity: 'refund', amount: money(amount, currency), reason }) as const;

/** Invoiced 552.00 on 15 January 2026, pay-by 15 April. */
const member = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
    '2026-01-15',
  );
const paid = () => member().on('2026-01-20', 'payment', 552_00);

describe('what a payment is rejected with', () => {
  it.each<[Asked, string]>([
    [
      pay(1, { received: civilDate('2026-01-21') }),
      '2026-01-21 is later than 2026-01-20, the day of the payment',
    ],
    [pay(1, { document: 'L-1-I2' }), 'the licence has no invoice L-1-I2'],
    [pay(1, { document: 'L-1-I0' }), 'the licence has no invoice L-1-I0'],
    [pay(1, { document: 'L-1-I01' }), 'the licence has no invoice L-1-I01'],
    [pay(1, { document: 'L-1-I0.5' }), 'the licence has no invoice L-1-I0.5'],
    [pay(1, { document: 'L-1-I-1' }), 'the licence has no invoice L-1-I-1'],
    [pay(1, { document: 'L-2-I1' }), 'the licence has no invoice L-2-I1'],
    [pay(1, { document: 'L-1-I' }), 'the licence has no invoice L-1-I'],
    [pay(0), 'a payment of NZD 0.00 is not positive'],
    [pay(-1), 'a payment of NZD -0.01 is not positive'],
    [pay(0.5), 'a payment is a whole number of minor units'],
    [pay(10_000_000_000_001), 'a payment is at most NZD 100000000000.00'],
  ])('%j', (command, why) => {
    expect(said(member(), '2026-01-20', command)).toMatchObject({ outcome: 'rejected', reason: why });
  });

  it('nothing is open, of all invoices or of the one that is named', () => {
    expect(said(paid(), '2026-01-21', { activity: 'payment' })).toMatchObject({ reason: 'nothing is open' });
    const again = { activity: 'payment', document: 'L-1-I1' } as const;
    expect(said(paid(), '2026-01-21', again)).toMatchObject({ reason: 'nothing is open' });
  });

  it('the most that can be paid is taken, until the credit can be no more', () => {
    const play = paid();
    for (let n = 0; n < 101; n += 1) play.does('2026-01-21', pay(10_000_000_000_000));
    expect(play.licence.credit).toEqual(nzd(1_010_000_000_000_000));
    expect(said(play, '2026-01-21', pay(1))).toMatchObject({
      reason: 'the credit is NZD 10100000000000.00: it cannot be more',
    });
  });
});

describe('what a credit note, a refund, a hold and a reversal are rejected with', () => {
  it.each<[string, Play, Asked, string]>([
    ['in another currency', member(), credit('last', 1, 'EUR'), 'the invoice is in NZD, not in EUR'],
    ['of nothing', member(), credit('last', 0), 'a credit of NZD 0.00 is not positive'],
    [
      'of more than the net',
      member(),
      credit('last', 480_01),
      'NZD 480.00 net of invoice L-1-I1 can still be credited, not NZD 480.01',
    ],
    ['of another invoice', member(), credit('L-1-I2'), 'the licence has no invoice L-1-I2'],
    [
      'where there is none',
      new Play(videoSma, { coverEnds: '2027-01-31' }),
      credit('last'),
      'the licence has no invoice',
    ],
    [
      'twice in full',
      paid().does('2026-01-21', credit('last')),
      credit('last'),
      'invoice L-1-I1 is credited in full already',
    ],
    [
      'of a refund in another currency',
      paid(),
      refund(1, 'EUR'),
      'the refund is in EUR, and the credit is in NZD',
    ],
    ['of no refund', paid(), refund(0), 'a refund of NZD 0.00 is not positive'],
    ['of more than the credit', paid(), refund(1), 'the credit is NZD 0.00: NZD 0.01 is more'],
    ['of a past day', paid(), hold('2026-01-21'), '2026-01-21 is over: hold until 2026-01-22 or a later day'],
    [
      'of a day too far ahead',
      paid(),
      hold('2026-07-22'),
      '2026-07-22 is more than 180 days ahead: hold until 2026-07-21 at the latest',
    ],
    ['of nothing to release', paid(), { activity: 'release' }, 'no hold is in force'],
    ['of an unknown payment', paid(), reverse('L-1-P2'), 'the licence has no payment L-1-P2'],
    [
      'of a payment that is reversed',
      paid().does('2026-01-21', reverse('L-1-P1')),
      reverse('L-1-P1'),
      'payment L-1-P1 is reversed already',
    ],
    [
      'of a payment that was paid out',
      member()
        .does('2026-01-20', credit('last'))
        .does('2026-01-20', pay(5_00))
        .does('2026-01-21', refund(5_00)),
      reverse('L-1-P1'),
      'a refund has used up payment L-1-P1',
    ],
    [
      'of a payment that was paid out in part',
      member()
        .does('2026-01-20', credit('last'))
        .does('2026-01-20', pay(5_00))
        .does('2026-01-21', refund(3_00)),
      reverse('L-1-P1'),
      'a refund has used up money of payment L-1-P1',
    ],
  ])('%s', (_, play, command, why) => {
    expect(said(play, '2026-01-22', command)).toMatchObject({ outcome: 'rejected', reason: why });
  });

  it('of an invoice that a lapse has voided', () => {
    expect(said(member(), '2026-04-20', credit('last'))).toMatchObject({
      reason: 'invoice L-1-I1 is void: nothing of it is owed',
    });
  });
});

describe('what a quote is rejected with, and the code for the customer’s language', () => {
  const order = () => new Play(netjapanMaintenance, { coverEnds: '2026-03-03', registeredOn: '2026-01-01' });
  const ask = { activity: 'request-quote' } as const;
  const accept = { activity: 'accept-quote', years: 1 } as const;
  const decline = { activity: 'decline-quote', reason } as const;

  it.each<[string, Play, string, Asked, string, string]>([
    [
      'a subscription',
      new Play(netjapanMaintenance, { model: 'subscription' }),
      '2026-01-02',
      ask,
      'nothing-to-renew',
      'a subscribed licence has nothing to renew',
    ],
    [
      'an automatic plan',
      member(),
      '2026-01-20',
      ask,
      'renews-by-itself',
      'the maintenance renews by itself: no quote is needed',
    ],
    [
      'cover that lasts too long',
      new Play(netjapanMaintenance, { coverEnds: '9000-01-01' }),
      '2026-01-02',
      ask,
      'too-far-ahead',
      'cover ends on 9000-01-01: that is too far away to renew',
    ],
    [
      'an open order',
      order().on('2026-01-10', 'accept-quote', 1),
      '2026-01-11',
      ask,
      'order-open',
      'order L-1-I1 is open until 2026-02-09',
    ],
    ['no open quote', order(), '2026-01-01', accept, 'quote-not-open', 'no quote is open'],
    ['no quote to decline', order(), '2026-01-01', decline, 'quote-not-open', 'no quote is open'],
    [
      'other years',
      order(),
      '2026-01-10',
      { ...accept, years: 4 },
      'years-not-offered',
      'quote L-1-Q1 offers 1, 2, 3 year(s), not 4',
    ],
    [
      'no purchase order',
      new Play(netjapanMaintenance, { coverEnds: '2026-03-03', poRequired: true }),
      '2026-01-10',
      accept,
      'purchase-order-required',
      'the customer orders by purchase order only: give its number',
    ],
  ])('%s', (_, play, day, command, code, why) => {
    expect(said(play, day, command)).toMatchObject({ outcome: 'rejected', code, reason: why });
  });

  it.each([accept, decline])('a quote that is over, before a run has expired it: $activity', (command) => {
    const short = { ...netjapanMaintenance, quote: { ...netjapanMaintenance.quote, validDays: 10 } };
    const play = new Play(short, { coverEnds: '2026-03-03' }).until('2026-01-12');
    expect(said(play, '2026-01-13', command)).toMatchObject({
      code: 'quote-not-open',
      reason: 'quote L-1-Q1 was valid until 2026-01-12',
      events: [{ type: 'QuoteExpired', because: 'quote L-1-Q1 was valid until 2026-01-12' }, {}],
    });
  });

  it.each([accept, decline, ask])('a quote is good on its last day: $activity', (command) => {
    const short = { ...netjapanMaintenance, quote: { ...netjapanMaintenance.quote, validDays: 10 } };
    const play = new Play(short, { coverEnds: '2026-03-03' }).until('2026-01-11');
    expect(said(play, '2026-01-12', command).outcome).toBe('accepted');
  });

  it('cover to the last day that can be renewed is quoted', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '8999-12-31' });
    expect(said(play, '2026-01-02', ask).outcome).toBe('accepted');
  });
});

describe('what an activation, a correction, a transfer and a removal are rejected with', () => {
  const correct = (facts: object) =>
    ({ activity: 'correct', facts: facts as CorrectedFacts, reason }) as const;
  const terms = { country: 'DE', customerKind: 'end-user' } as const;
  const transfer = (to: string) => ({ activity: 'transfer', to, terms, reason }) as const;
  const order = () =>
    new Play(smartertoolsMaintenance, { purchasedOn: '2025-03-01' }).on('2026-02-01', 'accept-quote');

  it.each<[string, Play, string, Asked, string]>([
    [
      'waits for nothing',
      member(),
      '2026-01-20',
      { activity: 'install' },
      'the licence is active: it waits for nothing',
    ],
    [
      'waits for another fact',
      new Play(vtubeLaserSmp),
      '2026-01-02',
      { activity: 'install' },
      'the first term waits for activatedOn, not for installedOn',
    ],
    [
      'is no subscription',
      member(),
      '2026-01-20',
      { activity: 'deactivate' },
      'only a subscription is deactivated; this licence is active',
    ],
    [
      'has the facts already',
      member(),
      '2026-01-20',
      correct({ edition: '' }),
      'the facts are so already: there is nothing to correct',
    ],
    [
      'cannot be registered so',
      member(),
      '2026-01-20',
      correct({ product: 'Other' }),
      'product: expected a product that smart-net-user-group has a price for: Smart-Net, Smart-RAS',
    ],
    [
      'has been charged',
      order().on('2026-02-02', 'payment'),
      '2026-02-03',
      correct({ purchasedOn: '2025-03-02' }),
      'invoice L-1-I1 was issued for a term that follows from these facts: credit it in full first',
    ],
    ['is its own already', member(), '2026-01-20', transfer('C-1'), "the licence is C-1's already"],
    [
      'has an open invoice',
      member(),
      '2026-01-20',
      transfer('C-2'),
      'invoice L-1-I1 is open: it is to be paid or credited first',
    ],
    [
      'has an open order',
      order(),
      '2026-02-03',
      transfer('C-2'),
      'order L-1-I1 is open: it is to be paid or credited first',
    ],
    [
      'has had mails',
      order(),
      '2026-02-03',
      { activity: 'remove', reason },
      'mails or documents of the licence have gone out: only one without any is removed',
    ],
  ])('a licence that %s', (_, play, day, command, why) => {
    expect(said(play, day, command)).toMatchObject({ outcome: 'rejected', reason: why });
  });
});
