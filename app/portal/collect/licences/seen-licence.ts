import type { LicenceHistory } from '../../../../adapters/dynamodb/licences/history.ts';
import type { RecordedEvent } from '../../../../adapters/dynamodb/licences/event-item.ts';
import type { StoredWithHistory } from '../../../../adapters/dynamodb/licences/licence-reader.ts';
import { type CivilDate, dayIn } from '../../../../domain/calendar.ts';
import type { Customer } from '../../../../domain/customer/customer.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { Licence } from '../../../../domain/licence/licence.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { isId } from '../../../../domain/text/id.ts';
import { planOf } from '../../../../plans/plan-of.ts';
import { accessTo, type Accessible } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Rights, Visit } from '../../reader.ts';

/** A licence that a reader may see, with what happened to it. */
export interface SeenLicence {
  readonly plan: Plan;
  readonly licence: Licence;
  /** All events: what came before a transfer decides how the licence stands, and is not shown. */
  readonly journal: readonly Event[];
  /** Those since it is this customer's. */
  readonly shown: readonly RecordedEvent[];
  readonly documents: LicenceHistory['documents'];
  readonly customer: Customer;
  readonly rights: Rights;
  /** The plan's day of the visit. */
  readonly today: CivilDate;
}

/** A licence with all about it; undefined where there is none, or the reader may not see it. */
export async function seenLicence(
  portal: PortalDependencies,
  visit: Visit,
  licenceId: string,
): Promise<SeenLicence | undefined> {
  if (!isId(licenceId)) return undefined;
  const loaded = await portal.mailing.licences.loadWithHistory(licenceId);
  if (loaded === undefined) return undefined;
  const accessible = await accessTo(portal, visit.reader, loaded.stored.licence.facts.customerId);
  return accessible && asSeen(visit, loaded, accessible);
}

/** One of a customer that the reader may see. One that was registered by mistake is not shown. */
export function asSeen(
  { now }: Visit,
  { stored: { licence }, history }: StoredWithHistory,
  { customer, rights }: Accessible,
): SeenLicence | undefined {
  if (licence.standing.status === 'removed') return undefined;
  const plan = planOf(licence.facts.planId);
  const from = history.events.findLastIndex(({ event }) => event.type === 'LicenceTransferred');
  const shown = history.events.slice(Math.max(from, 0));
  const isShown = new Set(shown.flatMap(({ number }) => number ?? []));
  return {
    plan,
    licence,
    journal: history.events.map(({ event }) => event),
    shown,
    documents: history.documents.filter(({ number }) => isShown.has(number)),
    customer,
    rights,
    today: dayIn(plan.timeZone, new Date(now).toISOString()),
  };
}
