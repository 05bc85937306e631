import type { Change } from '../../domain/changes/change.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { documentIssuedBy } from '../../domain/billing/document-of.ts';
import type { Event, EventOf } from '../../domain/licence/events.ts';
import type { Module } from '../../domain/changes/module.ts';
import { eInvoiceFormOf } from '../../domain/customer/e-invoice.ts';
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
  /** The documents that have printed numbers. */
  readonly documents: readonly { readonly documentId: string; readonly number: string }[];
}

type Issued = EventOf<'QuoteIssued' | 'ChangeQuoted' | 'InvoiceIssued' | 'CreditNoteIssued'>;

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
    eInvoices: plan.eInvoices && { ...plan.eInvoices, form: eInvoiceFormOf(plan, customer) },
    modules: addedBy(issued) ?? history.then.facts.modules,
  };
  switch (issued.type) {
    case 'QuoteIssued': {
      const offer = offerOf(plan, history.then, issued);
      const lines = [{ about, modules: common.modules, offer }];
      return { ...common, kind: 'quote', offer, lines, payableDays: plan.quote.payableDays };
    }
    case 'ChangeQuoted':
      return { ...common, kind: 'change-quote', offer: changeOfferOf(history, issued) };
    case 'InvoiceIssued': {
      const bill = billOf(plan, history, issued.invoiceId);
      const lines = [{ about, modules: common.modules, bill }];
      return { ...common, kind: 'invoice', bill, lines, replaces: numberOf(papers, issued.reissues) };
    }
    case 'CreditNoteIssued': {
      const { invoiceId, net, taxPercent, tax, total, untaxed, becomes } = issued;
      const invoiceNumber = numberOf(papers, invoiceId) ?? invoiceId;
      const { issuedOn: invoicedOn, buys: credits, purchaseOrder } = billOf(plan, history, invoiceId);
      const sums = { net, taxPercent, tax, total, untaxed };
      const note = { invoiceNumber, invoicedOn, ...sums, becomes, credits, purchaseOrder };
      return { ...common, kind: 'credit-note', note };
    }
  }
}

function numberOf({ documents }: Papers, documentId: string | undefined): string | undefined {
  if (documentId === undefined) return undefined;
  return documents.find((document) => document.documentId === documentId)?.number ?? documentId;
}

function isIssue(event: Event): event is Issued {
  return documentIssuedBy(event) !== undefined;
}

function idOf(issued: Issued): string | undefined {
  return documentIssuedBy(issued)?.documentId;
}

/** The modules that a change adds. */
function addedBy(issued: Issued): readonly Module[] | undefined {
  const change = issued.type === 'ChangeQuoted' ? issued.change : changeOrderedBy(issued);
  return change?.kind === 'modules' ? change.modules : undefined;
}

function changeOrderedBy(issued: Issued): Change | undefined {
  return issued.type === 'InvoiceIssued' && issued.purpose.kind === 'expansion'
    ? issued.purpose.change
    : undefined;
}
