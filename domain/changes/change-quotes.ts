import { addDays } from '../calendar.ts';
import type { Change } from './change.ts';
import { applyChange, editionOf } from './apply-change.ts';
import { findEdition, findMigration, type ListedEdition } from './look-up.ts';
import { orderChange } from './order-change.ts';
import type { Line } from '../billing/price.ts';
import { priced, promised } from '../billing/pricing.ts';
import { linesOfEdition, linesOfMigration, type Work } from './pricing.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { benefitOn } from '../cover/entitlements.ts';
import type { EventOf } from '../licence/events.ts';
import { givenMoneySchema, type Money, money, mostGivenInWords } from '../billing/money.ts';
import { expireIfOver, nextQuoteId } from '../quotes/offers.ts';
import { payByOf } from '../receivables/owed.ts';
import { whyNoPurchaseOrder } from '../quotes/purchase-order.ts';
import type { Plan } from '../plan/plan.ts';
import { quoteIsOver } from '../billing/reasons.ts';
import { type Answer, refuse } from '../licence/answer.ts';

export interface RequestChange {
  readonly activity: 'request-change';
  /** Its name in the plan's price list. */
  readonly edition: string;
}

export interface RequestMigration extends Work {
  readonly activity: 'request-migration';
}

/**
 * Quotes a move to another edition, or makes it where the plan includes it. What cover gives towards it is decided
 * now: the quote keeps it while it is valid, and is withdrawn at a lapse as every quote is.
 */
export function requestChange(plan: Plan, draft: JournalDraft, { edition: name }: RequestChange): Answer {
  const edition = findEdition(plan, name);
  if ('missing' in edition) return refuse(draft, edition.missing, edition.code);
  const { facts, initialInstallation } = draft.licence;
  if (editionOf(plan, facts) === name)
    return refuse(draft, `the licence is for the edition ${name} already`, 'has-it-already');
  const refusal = whyNoQuote(draft, 'edition');
  if (refusal !== undefined) return refuse(draft, refusal, 'order-open');
  const { answer, because } = benefitOn(plan, draft.licence, edition.benefit, draft.on);
  const module = facts.model === 'subscription' ? undefined : edition.module;
  const change = { kind: 'edition', edition: name, module } as const;
  const priceOn = (lines: readonly Line[]) => priced(plan, facts, draft.on, lines);
  switch (edition.change) {
    case 'credits-initial-installation': {
      const credited = answer === 'included' ? creditFor(edition, initialInstallation) : undefined;
      const price = priceOn(linesOfEdition(plan, edition, credited));
      return quote(plan, draft, { change: { ...change, credited }, price, needsNewLicence: false, because });
    }
    case 'needs-new-licence': {
      if (answer === 'included') return applyChange(plan, draft, change, because);
      if (answer === 'denied') return refuse(draft, because, 'not-entitled');
      const price = priceOn(linesOfEdition(plan, edition, undefined));
      return quote(plan, draft, { change, price, needsNewLicence: true, because });
    }
  }
}

/** Quotes a migration to a new version. Whether its software is free is decided now, as for a change of edition. */
export function requestMigration(plan: Plan, draft: JournalDraft, work: RequestMigration): Answer {
  const { facts } = draft.licence;
  const migration = findMigration(plan, facts.product);
  if ('missing' in migration) return refuse(draft, migration.missing, migration.code);
  const notWork = whyNoWork(plan, work);
  if (notWork !== undefined) return refuse(draft, notWork);
  const refusal = whyNoQuote(draft, 'migration');
  if (refusal !== undefined) return refuse(draft, refusal, 'order-open');
  const { answer, because } = benefitOn(plan, draft.licence, migration.benefit, draft.on);
  if (answer === 'denied') return refuse(draft, because, 'not-entitled');
  const lines = linesOfMigration(facts, migration, work, answer === 'included');
  const price = priced(plan, facts, draft.on, lines);
  const { note } = migration;
  return quote(plan, draft, { change: { kind: 'migration' }, price, needsNewLicence: false, note, because });
}

const mostHours = 1000;

function whyNoWork({ currency }: Plan, { hours, hardware }: Work): string | undefined {
  if (!(hours >= 0 && hours <= mostHours)) return `labour is 0 to ${mostHours} hours, not ${hours}`;
  if (hardware.currency !== currency)
    return `hardware is in ${hardware.currency}, and the plan in ${currency}`;
  if (givenMoneySchema.safeParse(hardware).success) return undefined;
  return `hardware costs 0 to ${mostGivenInWords(currency)}`;
}

/** Orders what the open change quote offers. */
export function acceptChange(plan: Plan, before: JournalDraft): Answer {
  const open = before.licence.changeQuote;
  const draft = expireIfOver(before, open);
  const { changeQuote } = draft.licence;
  if (changeQuote === undefined)
    return refuse(
      draft,
      open === undefined ? 'no quote for a change is open' : quoteIsOver(open),
      'quote-not-open',
    );
  const { quoteId, change, price, needsNewLicence, validUntil } = changeQuote;
  if (needsNewLicence)
    return refuse(
      draft,
      `quote ${quoteId} is for a new licence: buy and register that one, as this one cannot change`,
      'needs-new-licence',
    );
  const noOrder = whyNoPurchaseOrder(draft.licence, undefined);
  if (noOrder !== undefined) return refuse(draft, noOrder, 'purchase-order-required');
  const because = `quote ${quoteId} is valid until ${validUntil}`;
  const accepted = record(draft, { type: 'ChangeAccepted', quoteId, because });
  const ordered = promised(plan, draft.licence.facts, draft.on, price.lines);
  return orderChange(plan, accepted, change, ordered, `quote ${quoteId} was accepted`);
}

/** The full list price of the initial installation, as far as the edition's own goes. */
function creditFor({ module: { listPrice } }: ListedEdition, initialInstallation: Money): Money {
  return money(Math.min(initialInstallation.amount, listPrice.amount), listPrice.currency);
}

function whyNoQuote({ licence }: JournalDraft, kind: Change['kind']): string | undefined {
  const order = licence.invoices.find(
    ({ purpose, fulfilled }) =>
      purpose.kind === 'expansion' && fulfilled === undefined && purpose.change.kind === kind,
  );
  return order && `order ${order.invoiceId} is open until ${payByOf(licence, order)}`;
}

type Offered = Pick<EventOf<'ChangeQuoted'>, 'change' | 'price' | 'needsNewLicence' | 'note' | 'because'>;

/** Takes the place of a change quote that is still open. */
function quote(plan: Plan, before: JournalDraft, { because, ...offered }: Offered): JournalDraft {
  const draft = expireIfOver(before, before.licence.changeQuote);
  const earlier = draft.licence.changeQuote;
  return record(draft, {
    type: 'ChangeQuoted',
    quoteId: nextQuoteId(draft.licence),
    validUntil: addDays(draft.on, plan.quote.validDays),
    ...offered,
    because: earlier === undefined ? because : `${because}; it takes the place of quote ${earlier.quoteId}`,
  });
}
