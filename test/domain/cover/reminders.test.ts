import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { earlierPaymentReminders, pendingReminders, sameSeries } from '../../../domain/cover/reminders.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

describe('two reminders of one kind', () => {
  it('go out each on its day; the last final notice has the plain key', () => {
    const plan = checkPlan({
      ...videoSma,
      reminders: [
        { kind: 'final-notice', daysBeforePayBy: 3 },
        { kind: 'final-notice', daysBeforePayBy: 14 },
      ],
    });
    const play = new Play(plan, { coverEnds: '2026-01-31' }).until('2026-05-01');
    expect(play.journal('2026-02-02')).toEqual([
      '2026-04-17 ReminderIssued final-notice-14',
      '2026-04-28 ReminderIssued final-notice',
    ]);
  });

  it('of the same day are refused', () => {
    const twice = { kind: 'final-notice', daysBeforePayBy: 14 } as const;
    expect(() => checkPlan({ ...videoSma, reminders: [twice, { ...twice }] })).toThrow('each reminder once');
    const limited = { kind: 'expiry', daysBeforeEnd: 30, shortestTermMonths: 12 } as const;
    const reminders = [limited, { kind: 'expiry', daysBeforeEnd: 30 } as const];
    expect(() => checkPlan({ ...videoSma, reminders })).toThrow('each reminder once');
  });
});

describe('reminders of a term (§8.2)', () => {
  const keys = (play: Play) =>
    pendingReminders(play.plan, play.licence).map(({ on, reminder }) => `${on} ${reminder}`);
  const activated = (onSiteTraining: boolean) =>
    new Play(vtubeLaserSmp, { activatedOn: '2026-01-01', onSiteTraining });

  it('go out for terms of the months that the plan asks for', () => {
    expect(keys(activated(true))).toEqual(['2026-11-02 expiry-90', '2027-01-01 expiry-30']);
    expect(keys(activated(false))).toEqual(['2026-01-31 expiry-30']);
  });

  it('go out while the term runs only, not while renewal is cancelled, and none twice', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' });
    expect(keys(play)).toEqual(['2026-04-01 expiry-90', '2026-05-31 expiry-30']);
    expect(keys(play.until('2026-04-01'))).toEqual(['2026-05-31 expiry-30']);
    expect(keys(play.on('2026-05-01', 'cancel'))).toEqual([]);
    expect(keys(play.until('2026-07-01'))).toEqual([]);
    expect(keys(new Play(vtubeLaserSmp))).toEqual([]);
  });
});

describe('reminders of an invoice (§8.3)', () => {
  const lines = ({ plan, licence }: Play) =>
    pendingReminders(plan, licence).map(({ on, reminder, invoiceId }) => `${invoiceId} ${on} ${reminder}`);

  it('are its own: each of two open invoices gets all of them, on its days', () => {
    const play = new Play(smartNetUserGroup, { installedOn: '2026-12-01', registeredOn: '2026-12-01' });
    expect(lines(play.until('2027-01-15'))).toEqual([
      'L-1-I1 2027-01-30 payment-60',
      'L-1-I1 2027-02-15 final-notice',
      'L-1-I2 2027-02-14 payment-30',
      'L-1-I2 2027-03-16 payment-60',
      'L-1-I2 2027-04-01 final-notice',
    ]);
    expect(lines(play.until('2027-01-30'))).toContain('L-1-I2 2027-03-16 payment-60');
    expect(lines(play)).not.toContain('L-1-I1 2027-01-30 payment-60');
  });

  it('of an invoice that is open again leave out those before the last (§4.15)', () => {
    expect(earlierPaymentReminders(smartNetUserGroup)).toEqual(['payment-30', 'payment-60']);
    const plan = checkPlan({
      ...videoSma,
      reminders: [
        { kind: 'renewal', daysBeforeEnd: 30 },
        { kind: 'payment', daysAfterInvoice: 30 },
        { kind: 'final-notice', daysBeforePayBy: 3 },
        { kind: 'final-notice', daysBeforePayBy: 14 },
      ],
    });
    expect(earlierPaymentReminders(plan)).toEqual(['payment-30', 'final-notice-14']);
  });
});

it('one series is all reminders of one kind for a term, or all that ask to pay one invoice (§8.4)', () => {
  const of = (kind: 'expiry' | 'renewal' | 'payment' | 'final-notice', invoiceId?: string) => ({
    on: civilDate('2026-01-01'),
    reminder: 'x',
    kind,
    ...(invoiceId === undefined ? {} : { invoiceId }),
  });
  expect(sameSeries(of('expiry'), of('expiry'))).toBe(true);
  expect(sameSeries(of('expiry'), of('renewal'))).toBe(false);
  expect(sameSeries(of('payment', 'I1'), of('final-notice', 'I1'))).toBe(true);
  expect(sameSeries(of('payment', 'I1'), of('payment', 'I2'))).toBe(false);
  expect(sameSeries(of('payment', 'I1'), of('expiry'))).toBe(false);
});
