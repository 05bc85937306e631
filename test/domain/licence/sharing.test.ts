import { describe, expect, it } from 'vitest';
import type { Event } from '../../../domain/licence/events.ts';
import {
  carrierOf,
  hasOwnMail,
  isInReceipt,
  sharedBy,
  sharedKindOf,
  sharing,
} from '../../../domain/licence/sharing.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

/** What each event of a play shares, where it shares something. */
function kindsOf(play: Play, from = '0000'): readonly string[] {
  return play.events
    .filter(({ date }) => date >= from)
    .flatMap((event) => {
      const kind = sharedKindOf(event);
      return kind === undefined ? [] : [`${event.type}: ${kind}`];
    });
}

describe('what licences share (docs/rules.md §17.5)', () => {
  it('is quotes, orders, payments and renewals of the same tax', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-03-03', country: 'GB' })
      .on('2026-01-10', 'accept-quote', 1)
      .on('2026-01-11', 'payment');
    expect(kindsOf(play)).toEqual([
      'QuoteIssued: quote renewal automatic 20%',
      'ReminderIssued: reminder expiry',
      'InvoiceIssued: invoice renewal order 20%',
      'PaymentRecorded: payment',
      'TermStarted: renewal',
    ]);
  });

  it('is documents of the same purchase order, and of the same reason for no tax', () => {
    const buyer = { coverEnds: '2026-03-03', isTaxExempt: true };
    const play = new Play(netjapanMaintenance, buyer).until('2026-01-09');
    play.does('2026-01-10', { activity: 'accept-quote', years: 1, po: 'PO-7' });
    expect(kindsOf(play)).toEqual([
      'QuoteIssued: quote renewal automatic 0% exempt',
      'ReminderIssued: reminder expiry',
      'InvoiceIssued: invoice renewal order 0% exempt PO-7',
    ]);
  });

  it('is charges, reminders of each kind and lapses', () => {
    const play = new Play(smartNetUserGroup, {
      coverEnds: '2025-12-31',
      registeredOn: '2025-12-01',
      country: 'NZ',
    });
    play.until('2026-04-16').on('2026-05-01', 'request-quote');
    expect(kindsOf(play)).toEqual([
      'TermStarted: renewal',
      'InvoiceIssued: invoice renewal charge 15%',
      'ReminderIssued: reminder payment',
      'ReminderIssued: reminder payment',
      'ReminderIssued: reminder final-notice',
      'MaintenanceLapsed: lapse',
      'QuoteIssued: quote reinstatement asked for 15%',
    ]);
  });

  it('is no change, no support, nothing that is issued anew, no first term and no lapse at the registration', () => {
    const changed = new Play(videoSma, { coverEnds: '2026-12-31' });
    expect(kindsOf(changed.does('2026-02-01', { activity: 'add-modules', skus: ['CAM-16'] }))).toEqual([]);
    const support = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31', country: 'US' });
    support.does('2026-02-10', {
      activity: 'open-ticket',
      emergency: true,
      at: '2026-02-10T18:00:00Z' as never,
    });
    expect(support.events.some(({ type }) => type === 'InvoiceIssued')).toBe(true);
    expect(kindsOf(support)).toEqual([]);
    const anew = new Play(netjapanMaintenance, { coverEnds: '2026-03-03' }).on(
      '2026-01-10',
      'accept-quote',
      1,
    );
    anew.does('2026-01-11', { activity: 'reissue-invoice', invoice: 'last', reason: 'moved' });
    expect(anew.events.at(-1)?.type).toBe('InvoiceIssued');
    expect(kindsOf(anew, '2026-01-11')).toEqual([]);
    expect(kindsOf(new Play(smartertoolsMaintenance, { purchasedOn: '2024-05-31' }))).toEqual([]);
  });

  it('is confirmed by one receipt: terms, reinstatements and reversed lapses', () => {
    const types = (['TermStarted', 'MaintenanceReinstated', 'LapseReversed', 'InvoicePaid'] as const).filter(
      (type) => isInReceipt({ type } as Event),
    );
    expect(types).toEqual(['TermStarted', 'MaintenanceReinstated', 'LapseReversed']);
  });
});

describe('an event that licences share', () => {
  const play = new Play(netjapanMaintenance, { coverEnds: '2026-03-03' }).until('2026-01-02');
  const [registered, , quoted] = play.events;
  if (registered === undefined || quoted === undefined) throw new Error('nothing was quoted');

  it('names the event with which its document and its mail lie', () => {
    const carried = sharing(quoted, { licenceId: 'L-0', version: 3 });
    expect(carried).toEqual({ ...quoted, shared: { licenceId: 'L-0', version: 3 } });
    expect(sharedBy(carried)).toEqual({ licenceId: 'L-0', version: 3 });
    expect(carrierOf(carried)).toBe('L-0');
    expect(hasOwnMail(carried, 3)).toBe(false);
  });

  it('names itself where it is the first: the mail is its own', () => {
    const first = sharing(quoted, { licenceId: 'L-1', version: 3 });
    expect(carrierOf(first)).toBeUndefined();
    expect(hasOwnMail(first, 3)).toBe(true);
    // A later event of the same licence lies with the first.
    expect(hasOwnMail(first, 4)).toBe(false);
  });

  it('has a mail of its own where it shares none', () => {
    expect(sharedBy(quoted)).toBeUndefined();
    expect(carrierOf(quoted)).toBeUndefined();
    expect(hasOwnMail(quoted, 3)).toBe(true);
  });

  it('cannot be one that is never shared', () => {
    expect(() => sharing(registered, { licenceId: 'L-0', version: 1 })).toThrow(
      'LicenceRegistered of licence L-1 is never shared',
    );
  });
});
