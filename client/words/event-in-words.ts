import type { ChangeEvent } from '../../domain/changes/events.ts';
import { receivablesInWords } from './receivables-in-words.ts';
import type { Event } from '../../domain/licence/events.ts';
import { formatMoney } from '../../domain/billing/money.ts';

/** An event as a headline: the one place that gives events readable names. Its reason is in `because`. */
export function eventInWords(event: Event): string {
  switch (event.type) {
    case 'LicenceRegistered':
      return `the licence for ${event.facts.product} is registered`;
    case 'LicenceActivated':
      return event.fact === 'installedOn' ? 'the software is installed' : 'the activation code is e-mailed';
    case 'LicenceDeactivated':
      return 'the subscription is deactivated';
    case 'CustomerChanged':
      return `the customer is ${event.customerKind}, in ${event.country}`;
    case 'CustomerMerged':
      return `customer ${event.from} is merged into ${event.to}`;
    case 'CustomerErased':
      return 'the personal data of the customer are erased';
    case 'ContractReplaced':
      return `plan ${event.by} replaces contract ${event.contract}`;
    case 'TermStarted':
      return `term ${event.term.number} starts: from ${event.starts} to ${event.ends} (${event.basis})`;
    case 'ReminderIssued':
      return `reminder ${event.reminder} is sent${about(event.invoiceId)}`;
    case 'ReminderSkipped':
      return `reminder ${event.reminder} is skipped${about(event.invoiceId)}`;
    case 'QuoteIssued': {
      const options = event.options.map(({ years, total }) => `${inYears(years)} ${formatMoney(total)}`);
      return `quote ${event.quoteId} for ${event.kind} is issued, valid until ${event.validUntil}: ${options.join(', ')}`;
    }
    case 'QuoteResent':
      return `quote ${event.quoteId} is sent again`;
    case 'QuoteAccepted':
      return `quote ${event.quoteId} is accepted for ${inYears(event.years)}`;
    case 'QuoteDeclined':
      return `quote ${event.quoteId} is declined: ${event.reason}`;
    case 'AlignmentSet':
      return `the next term is aligned to ${event.to}`;
    case 'LicenceCorrected': {
      const changes = event.changes.map(
        ({ field, from, to }) => `${field} ${to || 'nothing'} (was ${from || 'nothing'})`,
      );
      return `facts are corrected: ${changes.join(', ')}: ${event.reason}`;
    }
    case 'LicenceRemoved':
      return `the licence is removed: ${event.reason}`;
    case 'LicenceTransferred':
      return `the licence is transferred from customer ${event.from} to ${event.to}: ${event.reason}`;
    case 'QuoteExpired':
      return `quote ${event.quoteId} expires`;
    case 'InvoiceIssued': {
      const { invoiceId, kind, purpose, total, payBy } = event;
      const what = `${purpose.order ? 'order' : 'invoice'} ${invoiceId}`;
      return `${what} (${kind}) is issued: ${formatMoney(total)}, payable by ${payBy}`;
    }
    case 'PaymentRecorded':
      return `${formatMoney(event.amount)} is paid${event.paymentId === undefined ? '' : ` (payment ${event.paymentId})`}`;
    case 'InvoicePaid':
      return `invoice ${event.invoiceId} of ${formatMoney(event.total)} is settled`;
    case 'InvoiceVoided':
      return `invoice ${event.invoiceId} is voided`;
    case 'RenewalCancelled':
      return `renewal is cancelled: cover ends on ${event.endsOn}`;
    case 'RenewalResumed':
      return 'renewal is resumed';
    case 'MaintenanceReinstated':
      return 'maintenance is reinstated';
    case 'MaintenanceLapsed':
      return `maintenance lapses: ${event.reason === 'not-renewed' ? 'not renewed' : event.reason}`;
    case 'TermStated':
      return 'the customer is informed how long the plan runs';
    case 'TicketOpened':
      return `ticket ${event.ticketId} is opened: ${event.terms}${event.price === undefined ? '' : `, ${formatMoney(event.price.total)}`}`;
    case 'SupportDeclined':
      return `${event.emergency ? 'emergency support' : 'support'} is declined`;
    case 'TicketClosed':
      return `ticket ${event.ticketId} is closed`;
    case 'RemoteAccessGranted':
      return `remote access is granted for ticket ${event.ticketId}`;
    case 'RemoteAccessUsed':
      return `remote access is used for ticket ${event.ticketId}`;
    case 'RemoteAccessEnded':
      return `remote access ends for ticket ${event.ticketId}: ${event.by}`;
    case 'UpdateAnnounced':
      return `${event.product} ${event.version} is announced${event.entitled ? '' : ', and what the customer misses without cover'}`;
    case 'UpdateNotAnnounced':
      return `${event.product} ${event.version} is not announced`;
    case 'UpdatePasswordGiven':
      return `the password for ${event.product} ${event.version} is given`;
    case 'UpdatePasswordRefused':
      return `the password for ${event.product} ${event.version} is refused`;
    case 'AnnouncementsLeft':
      return 'the customer leaves the list of announcements';
    case 'AnnouncementsJoined':
      return 'the customer joins the list of announcements';
    case 'AddressCleared':
      return `an address of the ${event.of} is cleared: it takes mail again`;
    case 'MailSentAgain':
      return `mail ${event.mailId} is sent again`;
    case 'MailHeld':
      return `mail ${event.mailId} is held for an operator`;
    case 'MailsStopped':
      return `reminders, offers and news are stopped for ${reach(event.scope)} (${event.by})`;
    case 'MailsResumed':
      return `reminders, offers and news are resumed for ${reach(event.scope)}`;
    case 'ChangeQuoted':
    case 'ChangeAccepted':
    case 'LicenceChanged':
      return changeInWords(event);
    case 'LapseReversed':
    case 'PaymentReversed':
    case 'InvoiceReopened':
    case 'CreditNoteIssued':
    case 'RefundRecorded':
    case 'HoldPlaced':
    case 'HoldReleased':
    case 'NoteAdded':
      return receivablesInWords(event);
    case 'ActivityRejected':
      return `${event.activity} is rejected`;
  }
}

function changeInWords(event: ChangeEvent): string {
  switch (event.type) {
    case 'ChangeQuoted': {
      const { quoteId, change, price, validUntil } = event;
      return `quote ${quoteId} for a change (${change.kind}) is issued, valid until ${validUntil}: ${formatMoney(price.total)}`;
    }
    case 'ChangeAccepted':
      return `quote ${event.quoteId} for a change is accepted`;
    case 'LicenceChanged':
      return `the licence is changed (${event.change.kind})`;
  }
}

function about(invoiceId: string | undefined): string {
  return invoiceId === undefined ? '' : ` for invoice ${invoiceId}`;
}

function inYears(years: number): string {
  return years === 1 ? '1 year' : `${years} years`;
}

function reach(scope: 'licence' | 'customer'): string {
  return scope === 'licence' ? 'this licence' : "all of the customer's licences";
}
