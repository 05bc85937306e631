import type { Change } from '../../domain/changes/change.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Event, EventOf } from '../../domain/licence/events.ts';
import type { Module } from '../../domain/changes/module.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { billOf } from '../../wording/facts/bill.ts';
import { aboutOf } from '../../wording/facts/about.ts';
import { changeOfferOf } from '../../wording/facts/change-offer.ts';
import { historyOf } from '../../wording/facts/history.ts';
import { offerOf } from '../../wording/facts/offer.ts';
import { settledWith } from '../../wording/facts/settled.ts';
import type { DocumentContent } from './content.ts';

/** What documents are written from. */
export interface Papers {
  readonly plan: Plan;
  readonly customer: Customer;
  /** All that has happened to the licence, from its registration on. */
  readonly journal: readonly Event[];
}

type Issued = EventOf<'QuoteIssued' | 'ChangeQuoted' | 'InvoiceIssued'>;

/** The event that issued a quote or an invoice. Throws where the journal has none of this id. */
function issueOf(journal: readonly Event[], documentId: string): Issued {
  const issued = journal.filter(isIssue).find((event) => idOf(event) === documentId);
  if (issued !== undefined) return issued;
  throw new Error(
    `the journal of licence ${journal[0]?.licenceId ?? ''} has no quote or invoice ${documentId}`,
  );
}

/** What a quote or an invoice says, as of its issue: whatever came later changes nothing of it. */
export function documentContent(papers: Papers, documentId: string, number: string): DocumentContent {
  const { plan, customer, journal } = papers;
  const issued = issueOf(journal, documentId);
  const version = journal.indexOf(issued) + 1;
  const settled = settledWith(issued, journal.slice(version));
  const history = historyOf(journal.slice(0, version + settled.length), version);
  const about = aboutOf(plan, customer, history.then);
  const common = {
    number,
    issuedOn: issued.date,
    about,
    customer,
    modules: addedBy(issued) ?? history.then.facts.modules,
  };
  switch (issued.type) {
    case 'QuoteIssued': {
      const offer = offerOf(plan, history.then, issued);
      return { ...common, kind: 'quote', offer, payableDays: plan.quote.payableDays };
    }
    case 'ChangeQuoted':
      return { ...common, kind: 'change-quote', offer: changeOfferOf(history, issued) };
    case 'InvoiceIssued':
      return { ...common, kind: 'invoice', bill: billOf(plan, history, issued.invoiceId) };
  }
}

function isIssue(event: Event): event is Issued {
  return event.type === 'QuoteIssued' || event.type === 'ChangeQuoted' || event.type === 'InvoiceIssued';
}

function idOf(issued: Issued): string {
  return issued.type === 'InvoiceIssued' ? issued.invoiceId : issued.quoteId;
}

/** The modules that a change adds. */
function addedBy(issued: Issued): readonly Module[] | undefined {
  const change = issued.type === 'ChangeQuoted' ? issued.change : changeOrderedBy(issued);
  return change?.kind === 'modules' ? change.modules : undefined;
}

function changeOrderedBy(issued: EventOf<'QuoteIssued' | 'InvoiceIssued'>): Change | undefined {
  return issued.type === 'InvoiceIssued' && issued.purpose.kind === 'expansion'
    ? issued.purpose.change
    : undefined;
}
