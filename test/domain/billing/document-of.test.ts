import { expect, it } from 'vitest';
import { documentIssuedBy, documentOf } from '../../../domain/billing/document-of.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

function documentsOf(play: Play): readonly string[] {
  return play.events.flatMap((event) => {
    const issued = documentIssuedBy(event);
    const brought = documentOf(event);
    if (issued === undefined && brought === undefined) return [];
    return [
      `${event.type}: ${issued === undefined ? 'none' : `${issued.kind} ${issued.documentId}`}, ${brought}`,
    ];
  });
}

it('quotes, invoices and credit notes are issued; later mails bring the same document (docs/rules.md §4.13)', () => {
  const order = new Play(netjapanMaintenance, { coverEnds: '2026-03-03' })
    .on('2026-01-10', 'request-quote')
    .on('2026-01-11', 'accept-quote', 1)
    .does('2026-01-12', { activity: 'credit-invoice', invoice: 'last', reason: 'ordered in error' });
  expect(documentsOf(order)).toEqual([
    'QuoteIssued: quote L-1-Q1, L-1-Q1',
    'QuoteResent: none, L-1-Q1',
    'InvoiceIssued: invoice L-1-I1, L-1-I1',
    'CreditNoteIssued: creditNote L-1-C1, L-1-C1',
  ]);
});

it('a reminder brings its invoice, where it is about one', () => {
  const member = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
  expect(documentsOf(member.until('2026-02-14'))).toEqual([
    'InvoiceIssued: invoice L-1-I1, L-1-I1',
    'ReminderIssued: none, L-1-I1',
  ]);
  const extended = new Play(videoSma, { coverEnds: '2026-02-28' }).until('2026-02-27');
  expect(documentsOf(extended)).toEqual([]);
});

it('the quote of a change is a quote', () => {
  const play = new Play(videoSma, { coverEnds: '2026-12-31', list: 100_00 });
  const edition = Object.keys(videoSma.catalogue?.editions ?? {}).at(-1) ?? '';
  play.does('2026-02-01', { activity: 'request-change', edition });
  expect(documentsOf(play)).toEqual(['ChangeQuoted: quote L-1-Q1, L-1-Q1']);
});
