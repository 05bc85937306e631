import { expect, test } from 'vitest';
import type { ExecutionLine } from '../../../client/runs/executions.ts';
import { report } from '../../../cli/simulate/report.ts';
import { type Results, summarise } from '../../../cli/simulate/summary.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { factsOf } from '../../support/application/play.ts';
import { keptOutput } from '../../support/cli/streams.ts';

const netjapan = netjapanMaintenance.id;
const sma = videoSma.id;

function event(licenceId: string, type: Event['type'], own: object = {}): Event {
  return { date: '2026-01-01', licenceId, type, because: '', ...own } as Event;
}

function execution(status: ExecutionLine['status'], failed: number, cause?: string): ExecutionLine {
  const name = `${sma}-20260101T0500Z`;
  return { date: '2026-01-01', planId: sma, name, status, due: failed, done: 0, failed, cause };
}

const results = {
  days: { from: '2026-01-01', to: '2026-12-31' },
  licences: [
    factsOf(netjapanMaintenance, { licenceId: 'N-1' }),
    factsOf(netjapanMaintenance, { licenceId: 'N-2' }),
    factsOf(videoSma, { licenceId: 'V-1' }),
  ],
  events: [
    event('N-1', 'TermStarted', { basis: 'initial' }),
    event('N-1', 'TermStarted', { basis: 'renewal' }),
    event('N-1', 'TermStarted', { basis: 'renewal' }),
    event('N-1', 'ReminderIssued'),
    event('N-2', 'ReminderIssued'),
    event('N-2', 'ReminderSkipped'),
    event('N-2', 'QuoteIssued'),
    event('N-2', 'InvoiceIssued'),
    event('V-1', 'MaintenanceLapsed'),
    event('V-1', 'MaintenanceReinstated'),
    event('V-1', 'TermStarted', { basis: 'reinstatement' }),
  ],
  mails: [{ licenceId: 'N-1' }, { licenceId: 'N-1' }, { licenceId: 'V-1' }],
  executions: [
    execution('SUCCEEDED', 0),
    execution('FAILED', 1),
    execution('TIMED_OUT', 0, 'took\ntoo long'),
  ],
  failed: [
    { licenceId: 'V-1', planId: sma, date: '2026-02-01', reason: 'no rate' },
    { licenceId: 'V-1', planId: sma, date: '2026-03-01', reason: 'no rate' },
  ],
  seconds: 1.5,
} as unknown as Results;

test('a plan’s row counts each licence once for what it went through, and every mail', () => {
  expect(summarise(results, [sma, netjapan]).plans).toEqual([
    {
      planId: sma,
      licences: 1,
      renewed: 0,
      lapsed: 1,
      reminded: 0,
      quoted: 0,
      invoiced: 0,
      reinstated: 1,
      mails: 1,
      failed: 1,
    },
    {
      planId: netjapan,
      licences: 2,
      renewed: 1,
      lapsed: 0,
      reminded: 2,
      quoted: 1,
      invoiced: 1,
      reinstated: 0,
      mails: 2,
      failed: 0,
    },
  ]);
});

test('the totals count everything, failed licences once', () => {
  expect(summarise(results, [sma, netjapan]).counts).toEqual({
    licences: 3,
    events: 11,
    mails: 3,
    executions: 3,
    failedExecutions: 2,
    failedLicences: 1,
  });
});

test('the report names each failure, and each run that failed without one', () => {
  const { err, output } = keptOutput();
  report(output, summarise(results, [sma, netjapan]), results, 'out');
  expect(err.text.split('\n')).toEqual([
    'Failed: licence V-1 (video-sma) on 2026-02-01: no rate',
    'Failed: licence V-1 (video-sma) on 2026-03-01: no rate',
    'Failed: execution video-sma-20260101T0500Z (TIMED_OUT): took too long',
    '',
  ]);
});

test('the report says where to look', () => {
  const { out, output } = keptOutput();
  report(output, summarise(results, []), results, 'out');
  expect(out.text).toMatch(
    /^mails +out\/mail\n +out\/mail\.jsonl\ndocuments +out\/documents\nexecutions +out\/executions\.jsonl\n/m,
  );
});

test('activities other than renewals are counted each time', () => {
  const events = [
    event('A', 'TicketOpened', { terms: 'free' }),
    event('A', 'TicketOpened', { terms: 'emergency' }),
    event('A', 'TicketOpened', { terms: 'free' }),
    event('A', 'UpdateAnnounced', { entitled: false }),
    event('A', 'ActivityRejected'),
    event('A', 'PaymentRecorded'),
  ];
  const { out, output } = keptOutput();
  report(output, summarise({ ...results, events }, []), results, 'out');
  expect(out.text).toMatch(
    /^other activity +times\nsupport tickets, free +2\nemergency tickets sold +1\nupdates announced, customer without cover +1\nactivities rejected +1\n\n/m,
  );
});
