import type { Price } from '../billing/price.ts';
import type { Event, EventOf } from './events.ts';
import type { Shared } from './shared.ts';

/** Events whose document or mail licences can share. */
type Sharable = EventOf<
  | 'QuoteIssued'
  | 'InvoiceIssued'
  | 'ReminderIssued'
  | 'TermStarted'
  | 'MaintenanceLapsed'
  | 'MaintenanceReinstated'
  | 'LapseReversed'
  | 'PaymentRecorded'
>;

/**
 * What events of one day must have in common to share a document and a mail: its kind, and for a document its tax and
 * purchase order, which it names once. Undefined for an event that shares nothing.
 */
export function sharedKindOf(event: Event): string | undefined {
  if (event.type === 'QuoteIssued')
    return `quote ${event.kind} ${event.automatic ? 'automatic' : 'asked for'} ${taxOf(event.options[0])}`;
  if (event.type === 'InvoiceIssued') return sharedInvoiceOf(event);
  if (event.type === 'ReminderIssued') return `reminder ${event.kind}`;
  if (event.type === 'TermStarted') return event.basis === 'renewal' ? 'renewal' : undefined;
  if (event.type === 'MaintenanceLapsed') return event.beforeRegistration === true ? undefined : 'lapse';
  return event.type === 'PaymentRecorded' ? 'payment' : undefined;
}

function sharedInvoiceOf(event: EventOf<'InvoiceIssued'>): string | undefined {
  const { kind, purpose, price, purchaseOrder = '', reissues } = event;
  if (kind === 'expansion' || kind === 'support' || reissues !== undefined) return undefined;
  return `invoice ${kind} ${purpose.order ? 'order' : 'charge'} ${taxOf(price)} ${purchaseOrder}`.trim();
}

/** Whether the receipt of the payment that it follows from says what an event says, where licences share that. */
export function isInReceipt(event: Event): event is Sharable {
  return (
    event.type === 'TermStarted' || event.type === 'MaintenanceReinstated' || event.type === 'LapseReversed'
  );
}

/** The event, and with which one it shares its document and its mail. Throws for one that shares nothing. */
export function sharing(event: Event, shared: Shared): Event {
  if (isSharable(event)) return { ...event, shared };
  throw new Error(`${event.type} of licence ${event.licenceId} is never shared`);
}

/** With which event an event shares its document and its mail; undefined where they are its own. */
export function sharedBy(event: Event): Shared | undefined {
  return isSharable(event) ? event.shared : undefined;
}

/** The licence with which the mail of an event lies, where that is another. */
export function carrierOf(event: Event): string | undefined {
  const licenceId = sharedBy(event)?.licenceId;
  return licenceId === event.licenceId ? undefined : licenceId;
}

/** Whether the event of that number calls for its mail by itself: it shares none, or is the first that shares it. */
export function hasOwnMail(event: Event, version: number): boolean {
  const shared = sharedBy(event);
  return shared === undefined || (shared.licenceId === event.licenceId && shared.version === version);
}

function isSharable(event: Event): event is Sharable {
  return sharedKindOf(event) !== undefined || isInReceipt(event);
}

function taxOf(price: Pick<Price, 'taxPercent' | 'untaxed'> | undefined): string {
  return price === undefined ? '' : `${price.taxPercent}% ${price.untaxed ?? ''}`.trim();
}
