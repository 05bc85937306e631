import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { erased, keptUntil, whyNotErasable, withoutPersonalText } from '../../../domain/customer/erase.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { netjapanMaintenance as leased } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as automatic } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as plan } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const ended = () => new Play(plan, { coverEnds: '2026-06-30' }).until('2026-07-01');
const erase = { activity: 'erase-customer' } as const;

describe('a customer’s data can be erased once its licence is over (§17.7)', () => {
  it('when it has lapsed, was deactivated or was removed', () => {
    const subscribed = new Play(leased, { model: 'subscription' }).on('2026-02-01', 'deactivate');
    const removed = new Play(plan, { coverEnds: '2026-12-31' });
    removed.does('2026-01-02', { activity: 'remove', reason: 'twice' });
    for (const play of [ended(), subscribed, removed])
      expect(whyNotErasable(play.licence, 0)).toBeUndefined();
  });

  it('not while it is active', () => {
    const { licence } = new Play(plan, { coverEnds: '2026-06-30' });
    expect(whyNotErasable(licence, 0)).toMatch(/active: cancel its renewal/);
  });

  it('not while something is to be paid', () => {
    const play = ended().on('2026-07-02', 'request-quote').on('2026-07-03', 'accept-quote');
    expect(whyNotErasable(play.licence, 0)).toBe(
      'USD 1200.00 is open: record the payment, or credit the invoice',
    );
  });

  it('not while a charge is to be invoiced', () => {
    const { licence } = ended();
    const { charges } = new Play(automatic, { coverEnds: '2026-12-31' }).until('2026-12-31').licence;
    expect(charges).toHaveLength(1);
    expect(whyNotErasable({ ...licence, charges }, 0)).toMatch(/^a charge is to be invoiced: /);
  });

  it('not while it has credit', () => {
    const play = ended().on('2026-07-02', 'payment', 10_00);
    expect(whyNotErasable(play.licence, 0)).toBe('it has a credit of USD 10.00: refund it');
  });

  it('not while a mail waits', () => {
    expect(whyNotErasable(ended().licence, 1)).toMatch(/a mail is not sent yet: wait for the next run/);
  });
});

describe('erasing a customer (§17.7)', () => {
  it('leaves its id, kind, country and locale, and an address that nobody is mailed at', () => {
    const on = civilDate('2026-09-01');
    const customer: Customer = {
      customerId: 'C-1',
      name: 'Jane Roe',
      kind: 'end-user',
      email: 'jane@roe.example',
      billingEmail: 'bills@roe.example',
      country: 'GB',
      locale: 'en-GB',
      vatId: 'GB123456789',
    };
    const noAddress = 'erased@erased.invalid';
    const rest = {
      customerId: 'C-1',
      kind: 'end-user',
      country: 'GB',
      locale: 'en-GB',
      name: 'erased',
      email: noAddress,
      undeliverable: [{ address: noAddress, on }],
      copiesStoppedOn: on,
      erasedOn: on,
    };
    expect(erased(customer, on)).toStrictEqual(rest);
    expect(erased({ ...customer, mergedInto: 'C-2' }, on)).toStrictEqual({ ...rest, mergedInto: 'C-2' });
  });

  it('stops the mails of its licences and takes them off the list, once', () => {
    const play = ended().does('2026-09-01', erase).does('2026-09-02', erase);
    expect(play.journal('2026-09')).toEqual(['2026-09-01 CustomerErased']);
    expect(play.licence).toMatchObject({
      correspondence: { stoppedOn: '2026-09-01' },
      announcements: { leftOn: '2026-09-01' },
    });
  });

  it('is recorded also where only the mails were stopped, or only the list was left', () => {
    const stopped = ended().does('2026-08-01', { activity: 'stop-mails', by: 'operator', scope: 'licence' });
    const left = ended().on('2026-08-01', 'leave-announcements');
    for (const play of [stopped, left])
      expect(play.does('2026-09-01', erase).journal('2026-09')).toEqual(['2026-09-01 CustomerErased']);
  });

  it('is recorded also where the mails were stopped and the list was left', () => {
    const play = ended().does('2026-08-01', { activity: 'stop-mails', by: 'operator', scope: 'licence' });
    play.on('2026-08-01', 'leave-announcements').does('2026-09-01', erase);
    expect(play.journal('2026-09')).toEqual(['2026-09-01 CustomerErased']);
  });

  it('withdraws an open quote, and nothing is sold to its licences until they are another customer’s', () => {
    const play = ended().on('2026-08-01', 'request-quote').does('2026-09-01', erase);
    expect(play.licence.quote).toBeUndefined();
    const because = "its customer's data were erased on 2026-09-01: transfer it to another customer first";
    for (const activity of ['request-quote', 'accept-quote', 'ask-term'] as const) {
      play.on('2026-09-02', activity);
      expect(play.events.at(-1)).toMatchObject({ type: 'ActivityRejected', activity, because });
    }
    play.on('2026-09-03', 'payment', 10_00);
    expect(play.licence.credit).toMatchObject({ amount: 10_00 });
    const terms = { country: 'DE', customerKind: 'end-user' } as const;
    play.does('2026-09-04', { activity: 'transfer', to: 'C-9', terms, reason: 'sold' });
    play.on('2026-09-05', 'request-quote');
    expect(play.licence.quote).toMatchObject({ kind: 'reinstatement' });
  });

  it('is done to a removed licence too', () => {
    const play = new Play(plan, { coverEnds: '2026-12-31' });
    play.does('2026-01-02', { activity: 'remove', reason: 'twice' }).does('2026-01-03', erase);
    expect(play.journal('2026-01-03')).toEqual(['2026-01-03 CustomerErased']);
  });
});

describe('the journal of an erased customer (§17.7)', () => {
  const lived = () =>
    new Play(plan, { coverEnds: '2026-12-31' })
      .does('2026-01-02', { activity: 'hold', until: civilDate('2026-01-10'), reason: 'Jane promised' })
      .does('2026-01-03', { activity: 'note', note: 'Jane called' })
      .on('2026-01-04', 'request-quote')
      .does('2026-01-05', { activity: 'decline-quote', reason: 'Jane is ill' })
      .on('2026-01-06', 'request-quote')
      .does('2026-01-07', { activity: 'accept-quote', years: 1, po: '4500-17', by: 'Jane Roe' })
      .on('2026-01-08', 'payment', 1300_00)
      .does('2026-01-09', {
        activity: 'refund',
        amount: { amount: 1_00, currency: 'USD' },
        reason: 'paid too much',
      });
  const one = (type: Event['type']) =>
    lived()
      .events.map(withoutPersonalText)
      .find((event) => event.type === type);

  it('has no note, no reason in words and no name', () => {
    expect(JSON.stringify(lived().events.map(withoutPersonalText))).not.toContain('Jane');
    expect(one('NoteAdded')).toMatchObject({ note: 'erased' });
    expect(one('HoldPlaced')).toMatchObject({ reason: 'erased', until: '2026-01-10' });
    expect(one('QuoteDeclined')).toMatchObject({ reason: 'erased' });
  });

  it('keeps what the books need: purchase orders, payments and why money was refunded', () => {
    expect(one('QuoteAccepted')).toMatchObject({ po: '4500-17', years: 1 });
    expect(one('RefundRecorded')).toMatchObject({ reason: 'paid too much' });
    const events = lived().events;
    const untouched = events.filter(
      ({ type }) => !['NoteAdded', 'HoldPlaced', 'QuoteDeclined', 'QuoteAccepted'].includes(type),
    );
    expect(events.map(withoutPersonalText)).toEqual(expect.arrayContaining(untouched));
  });

  it('has no reasons of corrections, transfers and removals either', () => {
    const base = { licenceId: 'L-1', date: civilDate('2026-01-02'), because: 'x', reason: 'Jane moved' };
    for (const type of ['LicenceCorrected', 'LicenceTransferred', 'LicenceRemoved'] as const)
      expect(withoutPersonalText({ ...base, type } as unknown as Event)).toEqual({
        ...base,
        type,
        reason: 'erased',
      });
  });
});

describe('documents of an erased customer are kept for the plan’s years after the year of their issue (§17.7)', () => {
  const lived = () =>
    new Play(plan, { coverEnds: '2026-12-31' })
      .on('2026-02-01', 'request-quote')
      .until('2026-03-04')
      .on('2026-04-01', 'request-quote')
      .on('2026-04-02', 'accept-quote');
  const issuedOn = civilDate('2026-02-01');
  const until = (documentId: string, kind: 'quote' | 'invoice', journal: readonly Event[] = lived().events) =>
    keptUntil({ ...plan, documentsKeptYears: 8 }, journal, { documentId, kind, issuedOn });

  it('invoices and accepted quotes', () => {
    expect(until('L-1-I1', 'invoice')).toBe('2034-12-31');
    expect(until('L-1-Q2', 'quote')).toBe('2034-12-31');
  });

  it('accepted change quotes too', () => {
    const changed = new Play(videoSma, { purchasedOn: '2025-06-10', product: 'ProBox' });
    changed.does('2026-02-01', { activity: 'request-change', edition: 'Enterprise' });
    expect(until('L-1-Q1', 'quote', changed.events)).toBeUndefined();
    expect(until('L-1-Q1', 'quote', changed.on('2026-02-02', 'accept-change').events)).toBe('2034-12-31');
  });

  it('and not quotes that were not accepted', () => {
    expect(until('L-1-Q1', 'quote')).toBeUndefined();
  });

  it('but shared ones, of which another licence may have accepted its part', () => {
    const shared = lived().events.map((event): Event => {
      const isFirst = event.type === 'QuoteIssued' && event.quoteId === 'L-1-Q1';
      return isFirst ? { ...event, shared: { licenceId: 'L-0', version: 3 } } : event;
    });
    expect(until('L-1-Q1', 'quote', shared)).toBe('2034-12-31');
    expect(until('L-1-Q3', 'quote', shared)).toBeUndefined();
  });
});
