import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { type Behaviour, forecast } from '../../domain/forecast.ts';
import { plans } from '../../plans/index.ts';
import { netjapanMaintenance } from '../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../plans/smart-net-user-group.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

const from = civilDate('2026-01-01');
const to = civilDate('2027-06-30');

function foreseen(play: Play, behaviour: Behaviour): string[] {
  return forecast(play.plan, play.licence, from, to, behaviour).map(inShort);
}

function inShort(event: Event): string {
  return `${event.date} ${event.type}${event.type === 'InvoiceIssued' ? ` ${event.total.amount}` : ''}`;
}

describe('where nobody acts, a forecast is what the daily runs then do', () => {
  test.each(plans)('$id', (plan) => {
    const play = new Play(plan, {
      coverEnds: '2026-12-31',
      purchasedOn: '2025-01-01',
      registeredOn: from,
    });
    const expected = forecast(plan, play.licence, from, to, 'nobody-acts');
    const known = play.events.length;
    play.until(to);
    expect(play.events.slice(known)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1);
  });
});

describe('where everybody pays', () => {
  test('an automatic plan renews and its invoices are paid when they come', () => {
    const play = new Play(smartNetUserGroup, {
      coverEnds: '2025-12-31',
      country: 'NZ',
      registeredOn: '2025-12-01',
    });
    play.until('2025-12-31');
    expect(foreseen(play, 'everybody-pays')).toEqual([
      '2026-01-15 InvoiceIssued 55200',
      '2026-01-15 PaymentRecorded',
      '2026-01-15 InvoicePaid',
      '2026-12-31 TermStarted',
      '2027-01-15 InvoiceIssued 55200',
      '2027-01-15 PaymentRecorded',
      '2027-01-15 InvoicePaid',
    ]);
  });

  test('a quote that goes out by itself is accepted for its first option', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-04-30', registeredOn: from });
    const events = forecast(play.plan, play.licence, from, to, 'everybody-pays');
    expect(events.filter(({ date }) => date === '2026-03-01').map(({ type }) => type)).toEqual([
      'QuoteIssued',
      'ReminderIssued',
      'QuoteAccepted',
      'InvoiceIssued',
      'PaymentRecorded',
      'InvoicePaid',
      'TermStarted',
    ]);
    expect(events.map(({ type }) => type)).not.toContain('MaintenanceLapsed');
  });

  test('where quotes are sent on request only, the reminder makes the customer ask', () => {
    const play = new Play(vtubeLaserSmp, {
      coverStarts: '2025-05-01',
      coverEnds: '2026-04-30',
      registeredOn: from,
    });
    const terms = forecast(play.plan, play.licence, from, to, 'everybody-pays').filter(
      (event) => event.type === 'TermStarted',
    );
    expect(terms.map(({ date, starts }) => `${date} ${starts}`)).toEqual([
      '2026-01-30 2026-05-01',
      '2027-01-30 2027-05-01',
    ]);
  });

  test('what is open on the first day is paid then, though no run has anything to do', () => {
    const play = new Play(videoSma, { purchasedOn: '2024-12-20', registeredOn: '2025-12-01', country: 'DE' });
    play.until('2025-12-31');
    expect(foreseen(play, 'everybody-pays').slice(0, 2)).toEqual([
      '2026-01-01 PaymentRecorded',
      '2026-01-01 InvoicePaid',
    ]);
  });

  test('who has cancelled does not renew', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-01-31', registeredOn: '2025-12-01' });
    play.on('2025-12-10', 'cancel').until('2025-12-31');
    expect(foreseen(play, 'everybody-pays')).toEqual([
      '2026-02-01 QuoteExpired',
      '2026-02-01 MaintenanceLapsed',
    ]);
  });
});

test('what is overdue is done on the first day', () => {
  const play = new Play(videoSma, { coverEnds: '2025-06-30', registeredOn: '2025-06-01' });
  const [first] = forecast(play.plan, play.licence, from, addDays(from, 1), 'nobody-acts');
  expect(first).toMatchObject({ date: from, type: 'TermStarted' });
});
