import type { HistoryEntry, ShownEvent } from '../../../app/portal/views/history.ts';
import { allOf } from '../../../wording/text/lists.ts';
import { changeInWords } from '../../../wording/phrases/change.ts';
import type { Frame } from './frame.ts';

/** What happened to a licence, the latest first. */
export function History({
  frame,
  entries,
}: {
  readonly frame: Frame;
  readonly entries: readonly HistoryEntry[];
}) {
  const { say, localiser } = frame;
  return (
    <ol class="steps" reversed>
      {entries.map(({ on, event, number, who }) => (
        <li>
          {eventInWords(frame, event)}
          {number !== undefined && ` (${number})`}
          <small>
            <time datetime={on}>{localiser.date(on)}</time>
            {who !== undefined && ` · ${say.licences.page.by(who)}`}
          </small>
        </li>
      ))}
    </ol>
  );
}

function eventInWords({ say: { history }, localiser, language }: Frame, event: ShownEvent): string {
  const { date, money, words } = localiser;
  switch (event.type) {
    case 'TermStarted':
      return history.TermStarted(date(event.starts), date(event.ends));
    case 'ReminderIssued':
      return history.reminder[event.kind];
    case 'QuoteAccepted':
      return history.QuoteAccepted(words.years(event.years));
    case 'InvoiceIssued':
      return history.InvoiceIssued(money(event.total));
    case 'CreditNoteIssued':
      return history.CreditNoteIssued(money(event.total));
    case 'PaymentRecorded':
    case 'PaymentReversed':
    case 'RefundRecorded':
      return history[event.type](money(event.amount));
    case 'HoldPlaced':
      return history.HoldPlaced(date(event.until));
    case 'RenewalCancelled':
      return history.RenewalCancelled(date(event.endsOn));
    case 'TicketOpened':
    case 'TicketClosed':
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
    case 'RemoteAccessEnded':
      return history[event.type](event.ticketId);
    case 'UpdateAnnounced':
    case 'UpdatePasswordGiven':
    case 'UpdatePasswordRefused':
      return history[event.type](event.version);
    case 'ChangeQuoted':
      return history.ChangeQuoted(changeInWords(localiser, event.change));
    case 'LicenceChanged':
      return changedInWords(event.change);
    case 'AnnouncementsJoined':
    case 'AnnouncementsLeft':
    case 'ChangeAccepted':
    case 'ContractReplaced':
    case 'InvoicePaid':
    case 'InvoiceReopened':
    case 'InvoiceVoided':
    case 'LapseReversed':
    case 'LicenceActivated':
    case 'LicenceCorrected':
    case 'LicenceDeactivated':
    case 'LicenceRegistered':
    case 'LicenceTransferred':
    case 'MailsResumed':
    case 'MailsStopped':
    case 'MaintenanceLapsed':
    case 'MaintenanceReinstated':
    case 'QuoteDeclined':
    case 'QuoteExpired':
    case 'QuoteIssued':
    case 'QuoteResent':
    case 'RenewalResumed':
    case 'SupportDeclined':
      return history[event.type];
  }

  function changedInWords(change: Extract<ShownEvent, { type: 'LicenceChanged' }>['change']): string {
    switch (change.kind) {
      case 'edition':
        return history.changed.edition(change.edition);
      case 'modules':
        return history.changed.modules(
          allOf(
            language,
            change.modules.map(({ sku }) => sku),
          ),
        );
      case 'migration':
        return history.changed.migration;
    }
  }
}
