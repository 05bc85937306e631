import type { CivilDate } from '../../../../domain/calendar.ts';
import type { Price } from '../../../../domain/billing/price.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import { type Offer, offerOf } from '../../../../wording/facts/offer.ts';
import { historyOf } from '../../../../wording/facts/history.ts';
import { sumOfOffers } from '../../../../wording/facts/sums.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { QuoteState } from '../../views/documents.ts';
import type { QuoteLine, QuoteOption, QuoteView } from '../../views/quote.ts';
import { brandingOf } from '../branding.ts';
import { quoteStates, quoteTogether } from './rows.ts';
import { numberInLine, type SeenDocument, seenDocument, type SeenLine } from './seen-document.ts';

/** A line with what it offers. */
interface OfferedLine {
  readonly line: SeenLine;
  readonly state: QuoteState;
  readonly validUntil: CivilDate;
  /** Unset for a change. */
  readonly offer?: Offer | undefined;
  readonly price?: Price | undefined;
}

/** A quote by its printed number. */
export async function quoteView(
  portal: PortalDependencies,
  visit: Visit,
  { number }: { readonly number: string },
): Promise<QuoteView | undefined> {
  const seen = await seenDocument(portal, visit, number);
  return seen?.kind === 'quote' ? quoteOf(seen) : undefined;
}

/** A quote that a reader may see. */
export function quoteOf(seen: SeenDocument): QuoteView {
  const { number, issuedOn, plan, customer, rights } = seen;
  const [first, ...others] = seen.lines;
  const one = offeredLine(seen, first);
  const lines = [one, ...others.map((line) => offeredLine(seen, line))] as const;
  const state = quoteTogether(lines.map((line) => line.state));
  const summed = summedOf(lines);
  const event = first.event;
  const changed = event.type === 'ChangeQuoted' ? event : undefined;
  const closed = lines.flatMap(({ line }) => closedOn(line) ?? []).toSorted();
  const isAcceptable = state === 'open' && rights === 'own' && changed?.needsNewLicence !== true;
  return {
    number,
    kind: event.type === 'QuoteIssued' ? event.kind : 'change',
    issuedOn,
    validUntil: one.validUntil,
    withdrawnAfter: state === 'open' ? summed.withdrawnAfter : undefined,
    state,
    closedOn: state === 'open' ? undefined : closed.at(-1),
    customer: { customerId: customer.customerId, name: customer.name },
    lines: [lineView(lines[0]), ...lines.slice(1).map(lineView)],
    options: summed.options,
    change: changed && {
      change: changed.change,
      needsNewLicence: changed.needsNewLicence,
      note: changed.note,
    },
    purchaseOrder: { isRequired: customer.poRequired === true, standing: customer.poNumber },
    payableDays: plan.quote.payableDays,
    mayAccept: isAcceptable,
    mayDecline: isAcceptable && changed === undefined,
    rights,
    branding: brandingOf(plan),
  };
}

function offeredLine({ plan, today }: SeenDocument, line: SeenLine): OfferedLine {
  const { event, journal, version, documentId } = line;
  const state = quoteStates({ journal, today }).get(documentId) ?? 'withdrawn';
  if (event.type === 'ChangeQuoted') return { line, state, validUntil: event.validUntil, price: event.price };
  if (event.type !== 'QuoteIssued') throw new Error(`${documentId} is no quote`);
  const offer = offerOf(plan, historyOf(journal, version).then, event);
  return { line, state, validUntil: event.validUntil, offer };
}

/** Of the lines that are open; of all where none is. */
function summedOf(lines: readonly OfferedLine[]): {
  readonly options: readonly QuoteOption[];
  readonly withdrawnAfter?: CivilDate | undefined;
} {
  const open = lines.filter(({ state }) => state === 'open');
  const counted = open.length > 0 ? open : lines;
  const [first, ...others] = counted.flatMap(({ offer }) => offer ?? []);
  if (first === undefined) return { options: counted.flatMap(optionsOf) };
  const { options, withdrawnAfter } = sumOfOffers([first, ...others]);
  const isOne = others.length === 0;
  return {
    options: options.map(({ years, price, cover }) => ({ years, price, cover: isOne ? cover : undefined })),
    withdrawnAfter,
  };
}

function optionsOf({ offer, price }: OfferedLine): readonly QuoteOption[] {
  if (offer !== undefined) return offer.options;
  return price === undefined ? [] : [{ years: 1, price }];
}

function lineView(offered: OfferedLine): QuoteLine {
  const { line, state } = offered;
  const { licenceId, product, edition } = line.loaded.stored.licence.facts;
  return {
    licenceId,
    product,
    edition,
    state,
    options: optionsOf(offered),
    accepted: acceptedOf(line),
  };
}

/** How a line was accepted, and the invoice that came of it. */
function acceptedOf(line: SeenLine): QuoteLine['accepted'] {
  const { journal, documentId } = line;
  const index = journal.findIndex((event) => isAcceptance(event, documentId));
  const event = journal[index];
  if (event === undefined) return undefined;
  const ordered = journal[index + 1];
  const invoiceId = ordered?.type === 'InvoiceIssued' ? ordered.invoiceId : undefined;
  const invoice = numberInLine(line, invoiceId);
  if (event.type !== 'QuoteAccepted') return { on: event.date, years: 1, invoice };
  const { date: on, years, po, by } = event;
  return { on, years, po, by, invoice };
}

function isAcceptance(event: Event, quoteId: string): boolean {
  return (event.type === 'QuoteAccepted' || event.type === 'ChangeAccepted') && event.quoteId === quoteId;
}

/** The day on which a line was answered or expired. */
function closedOn({ journal, documentId }: SeenLine): CivilDate | undefined {
  const closing = journal.find(
    (event) =>
      isAcceptance(event, documentId) ||
      ((event.type === 'QuoteDeclined' || event.type === 'QuoteExpired') && event.quoteId === documentId),
  );
  return closing?.date;
}
