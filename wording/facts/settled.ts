import type { Event } from '../../domain/licence/events.ts';

/**
 * What was recorded together with an event because credit paid for it: of the events that follow it, those up to the
 * first that is not about settling (docs/rules.md §4.8, §4.9).
 */
export function settledWith({ date }: Event, after: readonly Event[]): readonly Event[] {
  const end = after.findIndex(
    (event, index) =>
      event.date !== date || !(isSettling(event) || isVoidedReinstatement(event, after[index - 1])),
  );
  return end < 0 ? after : after.slice(0, end);
}

const settling: ReadonlySet<Event['type']> = new Set([
  'InvoicePaid',
  'MaintenanceReinstated',
  'LapseReversed',
  'LicenceChanged',
  'ContractReplaced',
]);

/** A term that renews automatically has a charge still to be invoiced; one that was paid for has none. */
function isSettling(event: Event): boolean {
  if (event.type === 'TermStarted') return event.basis !== 'initial' && event.charge === undefined;
  return settling.has(event.type);
}

/** The order of a reinstatement ends with the lapse that it was to end. */
function isVoidedReinstatement(event: Event, before: Event | undefined): boolean {
  return event.type === 'InvoiceVoided' && before?.type === 'LapseReversed';
}
