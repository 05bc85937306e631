import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { add, type Money, money } from '../../domain/billing/money.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import {
  neededFor,
  type PartOfPayment,
  partsOfPayment,
  type PayableLine,
} from '../../domain/payments/parts-of-payment.ts';
import { mayReverseLapse } from '../../domain/receivables/reverse-lapse.ts';
import { planOf } from '../../plans/plan-of.ts';
import { requireLicence } from '../commands/change-licence.ts';
import type { SharedDocument } from '../documents/shared-document.ts';

/** A payment that names a shared document. */
export interface DividedPayment {
  /** Unset: all that its lines need. */
  readonly amount?: Money | undefined;
  readonly received?: CivilDate | undefined;
  readonly on: CivilDate;
}

/** What a payment gives to a licence, and the invoice that it names there. */
export interface NamedPart extends PartOfPayment {
  readonly document: string | undefined;
}

/**
 * Divides a payment among the lines of the shared document that it names (docs/rules.md §4.23); nothing is written. None
 * where it has no amount and nothing is to be paid.
 * @param recorded what it gave to licences before it was interrupted
 */
export async function dividePayment(
  licences: LicenceStore,
  document: SharedDocument,
  payment: DividedPayment,
  recorded: ReadonlyMap<string, Money>,
): Promise<readonly NamedPart[]> {
  const ids = [...new Set(document.lines.map(({ licenceId }) => licenceId))];
  const loaded = await licences.loadEach(ids);
  const needs = new Map<string, Money>();
  const named = new Map<string, string>();
  const lines: PayableLine[] = [];
  for (const { licenceId, documentId } of document.lines) {
    const found = loaded.get(licenceId);
    if (found instanceof Error) throw found;
    const stored = requireLicence(licenceId, found);
    const { credit } = stored.licence;
    const journal = await journalFor(licences, document, stored, payment);
    const invoiceId = document.kind === 'invoice' ? documentId : orderedBy(journal, documentId);
    const before = needs.get(licenceId) ?? money(0, credit.currency);
    const plan = planOf(stored.licence.facts.planId);
    const needed =
      invoiceId === undefined
        ? money(0, credit.currency)
        : neededFor({ plan, licence: stored.licence, journal, invoiceId }, payment, before);
    needs.set(licenceId, add(before, needed));
    if (invoiceId !== undefined && (needed.amount > 0 || !named.has(licenceId)))
      named.set(licenceId, invoiceId);
    lines.push({ licenceId, needed });
  }
  const needed = lines.map((line) => line.needed).reduce(add);
  const amount = payment.amount ?? [...recorded.values()].reduce(add, needed);
  return partsOfPayment(lines, amount, recorded).map((part) => {
    return { ...part, document: named.get(part.licenceId) };
  });
}

/** The journal of a licence, where it decides what a line needs; most lines need no look at it. */
async function journalFor(
  licences: LicenceStore,
  { kind }: SharedDocument,
  { licence }: Stored,
  { received }: DividedPayment,
): Promise<readonly Event[]> {
  const mayReverse = received !== undefined && mayReverseLapse(licence, received);
  return kind === 'quote' || mayReverse ? licences.events(licence.facts.licenceId) : [];
}

/** The invoice of the order that a quote was accepted for. */
function orderedBy(journal: readonly Event[], quoteId: string): string | undefined {
  const accepted = journal.findIndex((event) => event.type === 'QuoteAccepted' && event.quoteId === quoteId);
  const order =
    accepted < 0 ? undefined : journal.slice(accepted).find(({ type }) => type === 'InvoiceIssued');
  return order?.type === 'InvoiceIssued' ? order.invoiceId : undefined;
}
