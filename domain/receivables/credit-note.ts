import { add, formatMoney, money, type Money, percentOf, subtract } from '../billing/money.ts';
import { settle } from '../payments/settle.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import type { EventOf } from '../licence/events.ts';
import { type JournalDraft, journalOf, record } from '../licence/journal-draft.ts';
import type { Plan } from '../plan/plan.ts';
import { creditNotesOf, invoiceIn, paidIn } from './history.ts';

export interface CreditInvoice {
  readonly activity: 'credit-invoice';
  /** Its id, or `last` for the latest of the licence. */
  readonly invoice: string;
  /** The net amount to credit; unset: all that is not credited yet. */
  readonly net?: Money | undefined;
  readonly reason: string;
}

/** An invoice of the licence, and what of it can be credited. */
export interface Creditable {
  readonly issued: EventOf<'InvoiceIssued'>;
  readonly paid: EventOf<'InvoicePaid'> | undefined;
  readonly rest: { readonly net: Money; readonly tax: Money; readonly total: Money };
}

/** Credits an invoice in full, or a net amount of it with its tax (docs/rules.md §4.16). */
export function creditInvoice(plan: Plan, draft: JournalDraft, command: CreditInvoice): Answer {
  const found = findCreditable(draft, command.invoice);
  if ('refused' in found) return refuse(draft, found.refused);
  const { net } = command;
  if (net === undefined) return settle(plan, issueCreditNote(draft, found, found.rest, command.reason));
  const { issued, rest } = found;
  if (net.currency !== rest.net.currency)
    return refuse(draft, `the invoice is in ${rest.net.currency}, not in ${net.currency}`);
  if (net.amount <= 0) return refuse(draft, `a credit of ${formatMoney(net)} is not positive`);
  if (net.amount > rest.net.amount) {
    const left = `${formatMoney(rest.net)} net of invoice ${issued.invoiceId} can still be credited`;
    return refuse(draft, `${left}, not ${formatMoney(net)}`);
  }
  return settle(plan, issueCreditNote(draft, found, partOf(found, net), command.reason));
}

/** The parts of an invoice, rounded each, never add up to more than it. */
function partOf({ issued, rest }: Creditable, net: Money): Creditable['rest'] {
  const rounded = percentOf(net, issued.price.taxPercent);
  const isLast = net.amount === rest.net.amount || rounded.amount > rest.tax.amount;
  const tax = isLast ? rest.tax : rounded;
  return { net, tax, total: add(net, tax) };
}

export function issueCreditNote(
  draft: JournalDraft,
  { issued, paid }: Creditable,
  sums: Creditable['rest'],
  reason: string,
): JournalDraft {
  const { invoiceId, price } = issued;
  const { taxPercent, untaxed } = price;
  const becomes = paid === undefined ? 'less-to-pay' : 'credit';
  return record(draft, {
    type: 'CreditNoteIssued',
    creditNoteId: `${draft.licence.facts.licenceId}-C${draft.licence.creditNotesIssued + 1}`,
    invoiceId,
    ...sums,
    taxPercent,
    untaxed,
    becomes,
    reason,
    because:
      paid === undefined
        ? `${formatMoney(sums.total)} less is to be paid of invoice ${invoiceId}`
        : `invoice ${invoiceId} is paid: ${formatMoney(sums.total)} becomes credit`,
  });
}

/** The invoice of an id, or the latest; refused where there is none, it is void or nothing of it is left to credit. */
export function findCreditable(
  draft: JournalDraft,
  invoice: string,
): Creditable | { readonly refused: string } {
  const { facts, invoicesIssued, invoices } = draft.licence;
  const journal = journalOf(draft);
  if (invoice === 'last' && invoicesIssued === 0) return { refused: 'the licence has no invoice' };
  const invoiceId = invoice === 'last' ? `${facts.licenceId}-I${invoicesIssued}` : invoice;
  const issued = invoiceIn(journal, invoiceId);
  if (issued === undefined) return { refused: `the licence has no invoice ${invoiceId}` };
  const rest = restOf(issued, creditNotesOf(journal, invoiceId));
  if (rest.total.amount <= 0) return { refused: `invoice ${invoiceId} is credited in full already` };
  const paid = paidIn(journal).find((each) => each.invoiceId === invoiceId);
  const isOpen = invoices.some((each) => each.invoiceId === invoiceId);
  if (paid === undefined && !isOpen)
    return { refused: `invoice ${invoiceId} is void: nothing of it is owed` };
  return { issued, paid, rest };
}

function restOf(
  { price }: EventOf<'InvoiceIssued'>,
  notes: readonly EventOf<'CreditNoteIssued'>[],
): Creditable['rest'] {
  const nothing = money(0, price.total.currency);
  const sum = (part: 'net' | 'tax' | 'total') => notes.map((note) => note[part]).reduce(add, nothing);
  return {
    net: subtract(price.net, sum('net')),
    tax: subtract(price.tax, sum('tax')),
    total: subtract(price.total, sum('total')),
  };
}
