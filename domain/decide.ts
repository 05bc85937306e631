import { type Align, align } from './cover/align.ts';
import { type Correct, correct } from './corrections/correct.ts';
import { type Remove, remove } from './corrections/remove.ts';
import { type Transfer, transfer } from './corrections/transfer.ts';
import { type DeclineQuote, declineQuote } from './quotes/decline.ts';
import { type AcceptQuote, acceptQuote, requestQuote } from './quotes/quotes.ts';
import type { Answer } from './licence/answer.ts';
import { cancel, resume } from './cover/cancellation.ts';
import { type ResumeMails, resumeMails, type StopMails, stopMails } from './correspondence/stop-mails.ts';
import { deactivate, supply } from './licence/activation.ts';
import { type AddModules, addModules } from './changes/add-modules.ts';
import {
  acceptChange,
  type RequestChange,
  requestChange,
  type RequestMigration,
  requestMigration,
} from './changes/change-quotes.ts';
import { type ChangeCustomer, changeCustomer } from './customer/change-kind.ts';
import { type EraseCustomer, eraseCustomer, type MergeCustomer, mergeCustomer } from './customer/merge.ts';
import { pay, type Payment } from './payments/payment.ts';
import { grantAccess, revokeAccess, useAccess } from './support/remote-access.ts';
import { stateTerm } from './cover/term-statement.ts';
import { closeTicket, type OpenTicket, openTicket, type TicketCommand } from './support/tickets.ts';
import {
  type AnnounceUpdate,
  announceUpdate,
  joinAnnouncements,
  leaveAnnouncements,
  type RequestPassword,
  requestPassword,
} from './updates/updates.ts';
import { answerReceivables, type ReceivablesCommand } from './receivables/command.ts';
import type { CivilDate } from './calendar.ts';
import { decideBy, type Decision } from './licence/decision.ts';
import type { JournalDraft } from './licence/journal-draft.ts';
import type { Activity, Event } from './licence/events.ts';
import type { Licence } from './licence/licence.ts';
import type { Plan } from './plan/plan.ts';

/** An activity that says more than its name. */
type DetailedActivity =
  | Payment
  | AcceptQuote
  | OpenTicket
  | TicketCommand
  | AnnounceUpdate
  | RequestPassword
  | StopMails
  | ResumeMails
  | ChangeCustomer
  | MergeCustomer
  | EraseCustomer
  | RequestChange
  | RequestMigration
  | AddModules
  | ReceivablesCommand
  | Correct
  | Remove
  | Transfer
  | Align
  | DeclineQuote;

/**
 * What a customer or an operator does on the day `on`. In the `detail` of a book and of the command line, words are
 * separated by spaces, in any order; what is in brackets may be omitted:
 *
 * - `open-ticket`: `[emergency] [TIME] [version=INSTALLED] [latest=LATEST]`; TIME is an instant with its zone on that
 *   day, such as `2026-03-06T16:30:00-07:00`, and noon in the plan's time zone if it is omitted; the two versions
 *   only together
 * - `close-ticket`, `grant-access`, `revoke-access`, `use-access`: the ticket's id, such as `L-1001-T1`
 * - `announce-update`, `request-password`: the version; the product is the licence's own
 * - `leave-announcements`, `join-announcements`, `ask-term`: nothing
 * - `request-change`: the edition by its name in the price list, which may have spaces, such as `Enterprise`
 * - `add-modules`: SKUs of the price list, such as `CAM-16 POS`
 * - `request-migration`: `hours=HOURS hardware=AMOUNT`, such as `hours=6.5 hardware=1200.00`: hours with two decimals
 *   at most, hardware as quoted, net, in the plan's currency; either may be left out and is then nothing
 * - `accept-change`: nothing
 * - `change-customer`: nothing; the vendor's customer data say what is new
 * - `accept-quote`: `[YEARS] [po=NUMBER] [by=NAME]`
 * - `decline-quote`, `remove`: `reason=WORDS`, to the end
 * - `correct`: `FIELD=VALUE … reason=WORDS`, the columns of licences.csv and their values
 * - `transfer`: `to=CUSTOMER reason=WORDS`
 * - `align`: `to=MM-DD`
 */
export type Command = { readonly on: CivilDate } & (
  DetailedActivity | { readonly activity: Exclude<Activity, DetailedActivity['activity']> }
);

/**
 * Decides a command on a licence by the plan's rules. Refuses one that is dated later than `today`, the day now in the
 * plan's time zone, or before the licence's last event (docs/rules.md §1.5).
 * @param journal all events of the licence so far: what goes back to earlier ones throws without them
 */
export function decide(
  plan: Plan,
  licence: Licence,
  command: Command,
  today: CivilDate,
  journal?: readonly Event[],
): Decision {
  return decideBy((draft) => answerTo(plan, draft, command), licence, command, today, journal);
}

function answerTo(plan: Plan, draft: JournalDraft, command: Command): Answer {
  switch (command.activity) {
    case 'payment':
      return pay(plan, draft, command);
    case 'request-quote':
      return requestQuote(plan, draft);
    case 'accept-quote':
      return acceptQuote(plan, draft, command);
    case 'cancel':
      return cancel(plan, draft);
    case 'resume':
      return resume(draft);
    case 'activate':
      return supply(plan, draft, 'activatedOn');
    case 'install':
      return supply(plan, draft, 'installedOn');
    case 'deactivate':
      return deactivate(draft);
    case 'open-ticket':
      return openTicket(plan, draft, command);
    case 'close-ticket':
      return closeTicket(draft, command.ticketId);
    case 'grant-access':
      return grantAccess(plan, draft, command.ticketId);
    case 'revoke-access':
      return revokeAccess(draft, command.ticketId);
    case 'use-access':
      return useAccess(draft, command.ticketId);
    case 'announce-update':
      return announceUpdate(plan, draft, command);
    case 'request-password':
      return requestPassword(plan, draft, command);
    case 'leave-announcements':
      return leaveAnnouncements(plan, draft);
    case 'join-announcements':
      return joinAnnouncements(plan, draft);
    case 'stop-mails':
      return stopMails(draft, command);
    case 'resume-mails':
      return resumeMails(draft, command);
    case 'ask-term':
      return stateTerm(plan, draft);
    case 'change-customer':
      return changeCustomer(draft, command);
    case 'merge-customer':
      return mergeCustomer(draft, command);
    case 'erase-customer':
      return eraseCustomer(draft);
    case 'request-change':
      return requestChange(plan, draft, command);
    case 'request-migration':
      return requestMigration(plan, draft, command);
    case 'accept-change':
      return acceptChange(plan, draft);
    case 'add-modules':
      return addModules(plan, draft, command);
    case 'reverse-payment':
    case 'credit-invoice':
    case 'reissue-invoice':
    case 'refund':
    case 'hold':
    case 'release':
    case 'note':
      return answerReceivables(plan, draft, command);
    case 'correct':
      return correct(plan, draft, command);
    case 'remove':
      return remove(draft, command);
    case 'transfer':
      return transfer(draft, command);
    case 'align':
      return align(plan, draft, command);
    case 'decline-quote':
      return declineQuote(draft, command);
  }
}
