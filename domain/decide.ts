import { type Align, align } from './cover/align.ts';
import { type Correct, correct } from './corrections/correct.ts';
import { type Remove, remove } from './corrections/remove.ts';
import { type Transfer, transfer } from './corrections/transfer.ts';
import { type DeclineQuote, declineQuote } from './quotes/decline.ts';
import { type AcceptQuote, acceptQuote, requestQuote } from './quotes/quotes.ts';
import { type Answer, refuse } from './licence/answer.ts';
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
import { customerActivities } from './customer/events.ts';
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
import { receivableActivities } from './receivables/events.ts';
import type { CivilDate } from './calendar.ts';
import { whyNotOn } from './licence/dated.ts';
import { type JournalDraft, journalDraft, record } from './licence/journal-draft.ts';
import type { Activity, Event } from './licence/events.ts';
import type { Licence } from './licence/licence.ts';
import type { RejectionCode } from './licence/rejection-code.ts';
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
 * What comes of a command. A rejection changes nothing; its events say so in the journal, with the reason. A refusal is
 * not even journalled: the command has a day on which nothing can happen to the licence.
 */
export type Decision =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | {
      readonly outcome: 'rejected';
      readonly reason: string;
      /** The same for whoever says it in the customer's language; set where customers ask for it themselves. */
      readonly code?: RejectionCode | undefined;
      readonly events: readonly Event[];
    }
  | { readonly outcome: 'refused'; readonly reason: string; readonly events: readonly [] };

/**
 * Decides a command on a licence by the plan's rules. Refuses one that is dated later than `today`, the day now in the
 * plan's time zone, or before the licence's last event (docs/rules.md §1.5).
 * @param journal all events of the licence so far: where `needsJournal` says so, it throws without them
 */
export function decide(
  plan: Plan,
  licence: Licence,
  command: Command,
  today: CivilDate,
  journal?: readonly Event[],
): Decision {
  const refusal = whyNotOn(licence, command.on, today);
  if (refusal !== undefined) return { outcome: 'refused', reason: refusal, events: [] };
  const draft = journalDraft(licence, command.on, journal);
  const answer = removed(draft, command) ?? erased(draft, command) ?? answerTo(plan, draft, command);
  if (!('refused' in answer)) return { outcome: 'accepted', events: answer.events };
  const { refused: reason, code } = answer;
  const rejected = record(answer.draft, {
    type: 'ActivityRejected',
    activity: command.activity,
    reason,
    because: reason,
  });
  return { outcome: 'rejected', reason, code, events: rejected.events };
}

/** Whose a licence is goes on after its removal. */
function removed(draft: JournalDraft, { activity }: Command): Answer | undefined {
  const { standing } = draft.licence;
  if (standing.status !== 'removed' || activity === 'merge-customer' || activity === 'erase-customer')
    return undefined;
  return refuse(draft, `the licence was removed on ${standing.removedOn}`, 'licence-removed');
}

/** What is still done for a customer whose data were erased: money is settled, and the licence goes to another one. */
const afterErasure: ReadonlySet<Activity> = new Set([
  'payment',
  ...receivableActivities,
  ...customerActivities,
  'transfer',
  'remove',
  'announce-update',
  'stop-mails',
]);

function erased(draft: JournalDraft, { activity }: Command): Answer | undefined {
  const { erasedOn } = draft.licence;
  if (erasedOn === undefined || afterErasure.has(activity)) return undefined;
  return refuse(
    draft,
    `its customer's data were erased on ${erasedOn}: transfer it to another customer first`,
  );
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
