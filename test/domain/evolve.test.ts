import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/calendar.ts';
import { evolve } from '../../domain/evolve.ts';
import { forecast } from '../../domain/forecast.ts';
import type { Event } from '../../domain/licence/events.ts';
import { smartNetUserGroup as smartNet } from '../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

/** Two invoices of a membership are open: that of its first weeks, and that of the next year. */
const owing = () =>
  new Play(smartNet, { installedOn: '2026-12-01', registeredOn: '2026-12-01' }).until('2027-01-15');

describe('the state of a licence after its events', () => {
  it('is paid to the last day that a paid charge reaches, in whichever order the invoices are paid (§4.9)', () => {
    const play = owing();
    expect(play.licence.paidThrough).toBe('2026-11-30');
    play.does('2027-01-20', { activity: 'payment', document: 'L-1-I2' });
    expect(play.licence.invoices.map(({ invoiceId }) => invoiceId)).toEqual(['L-1-I1']);
    expect(play.licence.paidThrough).toBe('2027-12-31');
    play.on('2027-01-21', 'payment');
    expect(play.licence.invoices).toEqual([]);
    expect(play.licence.paidThrough).toBe('2027-12-31');
  });

  it('stays paid as it was when modules are paid (§12.5)', () => {
    const play = new Play(videoSma, { purchasedOn: '2025-06-10', product: 'ProBox' });
    const { paidThrough } = play.licence;
    expect(paidThrough).toBe('2026-06-09');
    play.does('2026-02-01', { activity: 'add-modules', skus: ['CAM-16'] }).on('2026-02-02', 'payment');
    expect(play.licence.facts.modules.map(({ sku }) => sku)).toContain('CAM-16');
    expect(play.licence.paidThrough).toBe(paidThrough);
  });

  it('is aligned until a term has ended on the day, and charged for terms only (§3.9, §12.4)', () => {
    const play = new Play(videoSma, { coverEnds: '2026-01-31', product: 'ProBox' });
    play.does('2026-01-02', { activity: 'align', to: '06-30' });
    expect(play.licence.alignTo).toBe('06-30');
    expect(play.until('2026-02-01').licence).toMatchObject({ alignTo: undefined });
    const { charged } = play.licence;
    play.does('2026-02-02', { activity: 'add-modules', skus: ['CAM-16'] });
    expect(play.licence.invoices).toHaveLength(2);
    expect(play.licence.charged).toEqual(charged);
  });

  it('remembers a reminder of the invoice that it was of, and of no other (§8.3)', () => {
    const play = owing().until('2027-01-30');
    expect(play.licence.invoices.map(({ reminded }) => reminded)).toEqual([['payment-30', 'payment-60'], []]);
  });

  it('is in error where an event does not fit it, which the error names', () => {
    const base = { licenceId: 'L-9', date: civilDate('2026-01-01'), because: 'x' };
    const note: Event = { ...base, type: 'NoteAdded', note: 'x' };
    expect(() => evolve(undefined, note)).toThrow('NoteAdded of licence L-9, which is not registered');
    const total = { amount: 1, currency: 'NZD' };
    const paid: Event = { ...base, type: 'InvoicePaid', invoiceId: 'L-9-I7', total };
    expect(() => evolve(owing().licence, paid)).toThrow('invoice L-9-I7 of L-9 is not open');
  });
});

describe('a forecast (§2.9)', () => {
  const foreseen = (play: Play, from: string, to: string) =>
    forecast(play.plan, play.licence, civilDate(from), civilDate(to), 'everybody-pays').map(
      ({ date, type }) => `${date} ${type}`,
    );

  it('has what happens on its last day, and nothing after it', () => {
    const play = new Play(vtube, { coverEnds: '2026-06-30' });
    const nobody = (to: string) =>
      forecast(vtube, play.licence, civilDate('2026-01-02'), civilDate(to), 'nobody-acts').at(-1)?.type;
    expect(nobody('2026-07-01')).toBe('MaintenanceLapsed');
    expect(nobody('2026-06-30')).toBe('ReminderIssued');
  });

  it('expects nobody to accept what is rejected, nor to come back after a lapse, nor to renew what is cancelled', () => {
    const needsOrder = new Play(smartertools, { coverEnds: '2026-03-31', poRequired: true });
    expect(foreseen(needsOrder, '2026-03-01', '2026-03-02')).toEqual([
      '2026-03-01 QuoteIssued',
      '2026-03-01 ReminderIssued',
    ]);
    const lapsed = new Play(vtube, { coverEnds: '2025-12-31' }).on('2026-02-01', 'request-quote');
    expect(foreseen(lapsed, '2026-02-02', '2026-03-31')).toEqual(['2026-03-04 QuoteExpired']);
    const cancelled = new Play(vtube, { coverEnds: '2026-03-10' }).on('2026-02-01', 'request-quote');
    expect(foreseen(cancelled.on('2026-02-02', 'cancel'), '2026-02-03', '2026-03-31')).toEqual([
      '2026-03-04 QuoteExpired',
      '2026-03-11 MaintenanceLapsed',
    ]);
  });

  it('has an open invoice paid on its first day, or on that of the last event if that is later', () => {
    const open = () =>
      new Play(vtube, { coverEnds: '2026-06-30' })
        .on('2026-05-01', 'request-quote')
        .on('2026-05-10', 'accept-quote');
    expect(foreseen(open(), '2026-05-05', '2026-05-31')[0]).toBe('2026-05-10 PaymentRecorded');
    expect(foreseen(open(), '2026-05-12', '2026-05-31')[0]).toBe('2026-05-12 PaymentRecorded');
  });
});
