import { nextDueOn } from '../../../domain/agenda.ts';
import { addDays, type CivilDate, earlierOf } from '../../../domain/calendar.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { hasOpenItem } from '../../../domain/receivables/owed.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Numbers, Stored } from './licence-item.ts';

/** The mails that enter a licence's outbox with its events, and those that leave it. */
export interface OutboxChange {
  readonly waiting: readonly string[];
  readonly done: readonly string[];
}

/**
 * A licence as it is to be stored after these events. Throws where there are none.
 * @param given the printed numbers of the documents that the events issue, by their ids
 */
export function following(
  plan: Plan,
  before: Stored | undefined,
  events: readonly Event[],
  { waiting, done }: OutboxChange,
  given: Numbers = {},
): Stored {
  const licence = events.reduce<Licence | undefined>(evolve, before?.licence);
  const today = events.at(-1)?.date;
  if (licence === undefined || today === undefined) throw new RangeError('a commit takes at least one event');
  const version = (before?.version ?? 0) + events.length;
  const kept = (before?.outbox ?? []).filter((mailId) => !done.includes(mailId) && !waiting.includes(mailId));
  const outbox = [...kept, ...waiting];
  const mailsOn = waiting.length > 0 ? today : before?.mailsOn;
  const numbers = numbersOfOpen(licence, { ...before?.numbers, ...given });
  return withDueDay(plan, { licence, version, outbox, mailsOn, parked: before?.parked, numbers });
}

/** Those of the open quotes and invoices of a licence: a list of these needs no look at its events. */
export function numbersOfOpen(
  { invoices, quote, changeQuote }: Licence,
  known: Numbers,
): Numbers | undefined {
  const ids = [...invoices.map(({ invoiceId }) => invoiceId), quote?.quoteId, changeQuote?.quoteId];
  const open = Object.entries(known).filter(([id]) => ids.includes(id));
  return open.length === 0 ? undefined : Object.fromEntries(open);
}

/** Whatever is open on a licence that is not stalled has something due within so many days of today. */
export const daysOfOpenItems = 93;

/**
 * Days after the last event from which on a due day is too far off for whoever lists what is open: fewer than
 * `daysOfOpenItems`, so that the two lists together have every licence (docs/adr/0035).
 */
const stalledAfterDays = 90;

/**
 * The licence with the day on which it is due, and whether it is stalled. While mails wait, their day counts too, so that a run
 * delivers what was committed and then left lying.
 */
export function withDueDay(plan: Plan, stored: Stored): Stored {
  const { licence, outbox, parked } = stored;
  const mailsOn = outbox.length > 0 ? stored.mailsOn : undefined;
  if (parked !== undefined) return { ...stored, mailsOn, dueOn: undefined, isStalled: true };
  const ownDay = nextDueOn(plan, licence);
  const dueOn =
    mailsOn !== undefined && ownDay !== undefined ? earlierOf(mailsOn, ownDay) : (mailsOn ?? ownDay);
  return { ...stored, mailsOn, dueOn, isStalled: isStalled(licence, dueOn) ? true : undefined };
}

/** Whether something is open, and no run will look at the licence soon. */
function isStalled(licence: Licence, dueOn: CivilDate | undefined): boolean {
  if (!hasOpenItem(licence)) return false;
  return dueOn === undefined || dueOn > addDays(licence.lastEventOn, stalledAfterDays);
}

/**
 * The condition that nobody has written the licence since it was read. At one version the outbox only
 * shrinks, so an equal length means that it is the same; parking changes neither.
 */
export function unchangedSince(before: Stored | undefined) {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(licenceId)' };
  const parked = before.parked === undefined ? 'attribute_not_exists(parked)' : 'attribute_exists(parked)';
  return {
    ConditionExpression: `version = :version AND size(outbox) = :mails AND ${parked}`,
    ExpressionAttributeValues: { ':version': before.version, ':mails': before.outbox.length },
  };
}
