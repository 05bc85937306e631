import { settle } from '../payments/settle.ts';
import type { CivilDate } from '../calendar.ts';
import { type JournalDraft, journalOf, record } from '../licence/journal-draft.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { replay } from './history.ts';
import { payByOf } from './owed.ts';

/** Whether a payment could take a lapse back: only then the journal needs to be read for it. */
export function mayReverseLapse({ standing }: Licence, received: CivilDate): boolean {
  return standing.status === 'lapsed' && standing.reason === 'unpaid' && received < standing.lapsedOn;
}

/**
 * Takes the lapse back that a licence is in, if the payment just recorded had arrived in time for all that it rests on
 * and pays it in full (docs/rules.md §6.7); undefined where it does not.
 * @param named the id of the invoice that the payment names
 */
export function reverseLapse(
  plan: Plan,
  paid: JournalDraft,
  received: CivilDate,
  named: string | undefined,
): JournalDraft | undefined {
  if (!mayReverseLapse(paid.licence, received)) return undefined;
  const { lapse, before } = lastLapse(journalOf(paid));
  const overdue = before.invoices.filter((invoice) => payByOf(before, invoice) < lapse.date);
  if (overdue.length === 0 || overdue.some((invoice) => received > payByOf(before, invoice)))
    return undefined;
  const settled = settle(plan, voidReinstatement(reversal(paid, before, lapse)), named);
  const open = new Set(settled.licence.invoices.map(({ invoiceId }) => invoiceId));
  return overdue.some(({ invoiceId }) => open.has(invoiceId)) ? undefined : settled;
}

/** Quotes that were open are open again, unless the licence was transferred since: that has withdrawn them. */
function reversal(paid: JournalDraft, before: Licence, lapse: EventOf<'MaintenanceLapsed'>): JournalDraft {
  const { standing, invoices: reopened, charges } = before;
  if (standing.status !== 'active') throw new Error(`a ${standing.status} licence cannot have lapsed`);
  const isSameCustomer = paid.licence.facts.customerId === before.facts.customerId;
  const { quote, changeQuote } = isSameCustomer ? before : paid.licence;
  const because = `what the lapse of ${lapse.date} rests on is paid by money that had arrived in time`;
  return record(paid, { type: 'LapseReversed', standing, reopened, charges, quote, changeQuote, because });
}

/** The order of a reinstatement: there is nothing to reinstate. */
function voidReinstatement(draft: JournalDraft): JournalDraft {
  const order = draft.licence.invoices.find(
    ({ purpose, fulfilled }) => purpose.kind === 'reinstatement' && fulfilled === undefined,
  );
  if (order === undefined) return draft;
  const because = 'the lapse that it was to end is reversed';
  return record(draft, { type: 'InvoiceVoided', invoiceId: order.invoiceId, because });
}

/** The latest lapse of a journal, and the licence before it. */
function lastLapse(journal: readonly Event[]) {
  const index = journal.findLastIndex(({ type }) => type === 'MaintenanceLapsed');
  const lapse = journal[index];
  if (lapse?.type !== 'MaintenanceLapsed') throw new Error('the licence has never lapsed');
  return { lapse, before: replay(journal.slice(0, index - (lapse.voided?.length ?? 0))) };
}
