import { expect, test } from 'vitest';
import { journalLine, journalOf } from '../../../cli/simulate/journal.ts';
import type { Event } from '../../../domain/licence/events.ts';

function event(date: string, licenceId: string, type: string): Event {
  return { type, because: 'so', licenceId, date } as Event;
}

test('events come by date and licence, those of a licence’s day as they happened', () => {
  const journal = journalOf([
    [event('2026-01-02', 'B', 'InvoiceIssued'), event('2026-01-02', 'B', 'InvoicePaid')],
    [event('2026-01-01', 'C', 'LicenceRegistered')],
    [event('2026-01-02', 'A', 'QuoteIssued'), event('2026-01-03', 'A', 'QuoteExpired')],
  ]);
  expect(journal.map(({ date, licenceId, type }) => `${date.slice(8)} ${licenceId} ${type}`)).toEqual([
    '01 C LicenceRegistered',
    '02 A QuoteIssued',
    '02 B InvoiceIssued',
    '02 B InvoicePaid',
    '03 A QuoteExpired',
  ]);
});

test('a line begins with date, licence and type', () => {
  expect(JSON.stringify(journalLine(event('2026-01-02', 'B', 'QuoteResent')))).toBe(
    '{"date":"2026-01-02","licenceId":"B","type":"QuoteResent","because":"so"}',
  );
});
