import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { benefitOn } from '../cover/entitlements.ts';
import type { EventOf } from '../licence/events.ts';
import { type Instant, instant } from '../time/instant.ts';
import { money, type Money } from '../billing/money.ts';
import { nextInvoiceId } from '../quotes/offers.ts';
import type { Line } from '../billing/price.ts';
import { priced } from '../billing/pricing.ts';
import { settle } from '../payments/settle.ts';
import type { Plan } from '../plan/plan.ts';
import { afterBusinessHours, afterHours } from './business-hours.ts';
import { nextTicketId } from './open-tickets.ts';
import type { Support } from './terms.ts';

/** What a customer asks for when it opens a ticket. */
export interface Asked {
  readonly emergency: boolean;
  /** On the command's day in the plan's time zone. */
  readonly at: Instant;
  /** The version in use and the latest one that is published, where both are known. */
  readonly versions?: { readonly installed: string; readonly latest: string } | undefined;
}

/** A ticket in office hours: free, charged or declined, as the plan's benefit says. */
export function answerStandard(
  plan: Plan,
  support: Support,
  draft: JournalDraft,
  asked: Asked,
): JournalDraft {
  const { answer, because } = benefitOn(plan, draft.licence, support.benefit, draft.on);
  if (answer === 'denied') return decline(support, draft, asked, because);
  const { response } = support;
  const firstResponseBy =
    response === null
      ? undefined
      : afterBusinessHours(response.calendar, response.withinBusinessHours, asked.at);
  const terms =
    answer === 'included'
      ? { terms: 'free' as const }
      : { terms: 'charged' as const, rate: answer.charged, perHour: perHourOf(plan, answer.charged) };
  return open(plan, support, draft, asked, { ...terms, firstResponseBy, because });
}

/** A ticket that is sold by itself, invoiced at once, and answered around the clock. */
export function answerEmergency(
  plan: Plan,
  support: Support,
  emergency: NonNullable<Support['emergency']>,
  draft: JournalDraft,
  asked: Asked,
): JournalDraft {
  const { answer, because } = benefitOn(plan, draft.licence, emergency.benefit, draft.on);
  if (answer === 'denied') return decline(support, draft, asked, because);
  const ticketId = nextTicketId(draft.licence);
  const line: Line = { basis: 'support', ticketId, net: money(emergency.price, plan.currency) };
  const { lines, ...price } = priced(plan, draft.licence.facts, draft.on, [line]);
  const opened = open(plan, support, draft, asked, {
    terms: 'emergency',
    price,
    refundable: emergency.refundable,
    firstResponseBy: afterHours(emergency.respondWithinHours, asked.at),
    because,
  });
  const invoiced = record(opened, {
    type: 'InvoiceIssued',
    invoiceId: nextInvoiceId(draft.licence),
    kind: 'support',
    total: price.total,
    payBy: draft.on,
    price: { lines, ...price },
    purchaseOrder: draft.licence.facts.poNumber,
    purpose: { kind: 'support', order: false, ticketId },
    because: `emergency support for ticket ${ticketId} was sold; payable at once`,
  });
  return settle(plan, invoiced);
}

/** The figure of a rate of the plan, net; undefined where it has none. */
function perHourOf({ rates, currency }: Plan, rate: string): Money | undefined {
  const perHour = rates[rate]?.perHour;
  return perHour === undefined ? undefined : money(perHour, currency);
}

type Offered = Pick<
  EventOf<'TicketOpened'>,
  'terms' | 'rate' | 'perHour' | 'price' | 'refundable' | 'firstResponseBy' | 'because'
>;

function open(
  plan: Plan,
  support: Support,
  draft: JournalDraft,
  asked: Asked,
  offered: Offered,
): JournalDraft {
  return record(draft, {
    type: 'TicketOpened',
    ticketId: nextTicketId(draft.licence),
    at: instant(asked.at),
    version: asked.versions?.installed,
    fix: fixFor(plan, support, draft, asked),
    ...offered,
  });
}

function decline({ otherwise }: Support, draft: JournalDraft, asked: Asked, because: string): JournalDraft {
  const instead = otherwise ?? undefined;
  return record(draft, {
    type: 'SupportDeclined',
    at: instant(asked.at),
    emergency: asked.emergency,
    instead,
    because,
  });
}

/** Hotfixes are for the latest version only: the fix of an older one is the update. */
function fixFor(
  plan: Plan,
  { hotfixes }: Support,
  draft: JournalDraft,
  { versions }: Asked,
): EventOf<'TicketOpened'>['fix'] {
  if (hotfixes === null || versions === undefined) return undefined;
  const { answer } = benefitOn(plan, draft.licence, hotfixes, draft.on);
  if (answer !== 'included') return undefined;
  return versions.installed === versions.latest ? 'hotfix' : 'update';
}
