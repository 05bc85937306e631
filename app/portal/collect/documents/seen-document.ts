import { type CivilDate, dayIn } from '../../../../domain/calendar.ts';
import { type DocumentKind, documentIssuedBy } from '../../../../domain/billing/document-of.ts';
import type { Customer } from '../../../../domain/customer/customer.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import { sharedBy } from '../../../../domain/licence/sharing.ts';
import { replay } from '../../../../domain/receivables/history.ts';
import { isId } from '../../../../domain/text/id.ts';
import type { StoredWithHistory } from '../../../../adapters/dynamodb/licences/licence-reader.ts';
import { sideBySide } from '../../../../adapters/dynamodb/table/side-by-side.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { planOf } from '../../../../plans/plan-of.ts';
import { accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Rights, Visit } from '../../reader.ts';

/** The quote, invoice or credit note of one licence. */
export interface SeenLine {
  readonly loaded: StoredWithHistory;
  readonly journal: readonly Event[];
  readonly documentId: string;
  /** The number of the event that issued it. */
  readonly version: number;
  readonly event: Event;
}

/** A document that a reader may see, with a line for each licence that shares it. */
export interface SeenDocument {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly issuedOn: CivilDate;
  readonly plan: Plan;
  /** Who it was issued to, or who took its place. */
  readonly customer: Customer;
  readonly rights: Rights;
  readonly today: CivilDate;
  /** In the order of the licences' ids. */
  readonly lines: readonly [SeenLine, ...SeenLine[]];
}

/**
 * The document of a printed number; undefined where there is none, or the reader may not see it. It is its customer's for
 * ever: a licence that is transferred leaves it behind.
 */
export async function seenDocument(
  portal: PortalDependencies,
  visit: Visit,
  number: string,
): Promise<SeenDocument | undefined> {
  const { licences } = portal.mailing;
  if (!isId(number)) return undefined;
  const licenceId = await licences.idOf(number);
  const loaded = licenceId === number ? undefined : await licences.loadWithHistory(licenceId);
  const issued = loaded?.history.events.find((recorded) => recorded.number === number);
  if (loaded === undefined || issued === undefined) return undefined;
  const first = lineOf(loaded, issued.version);
  const kind = documentIssuedBy(issued.event)?.kind;
  if (first === undefined || kind === undefined) return undefined;
  const { customerId, planId } = replay(first.journal.slice(0, first.version)).facts;
  const accessible = await accessTo(portal, visit.reader, customerId);
  if (accessible === undefined) return undefined;
  const plan = planOf(planId);
  return {
    number,
    kind,
    issuedOn: issued.event.date,
    plan,
    ...accessible,
    today: dayIn(plan.timeZone, new Date(visit.now).toISOString()),
    lines: await linesOf(portal, first),
  };
}

async function linesOf(
  { mailing: { licences } }: PortalDependencies,
  first: SeenLine,
): Promise<SeenDocument['lines']> {
  const shared = sharedBy(first.event);
  if (shared === undefined) return [first];
  const found = await sideBySide(await licences.sharedLines.of(shared), async ({ licenceId, version }) => {
    const loaded = await licences.loadWithHistory(licenceId);
    return loaded && lineOf(loaded, version);
  });
  const [one, ...others] = found.filter((line) => line !== undefined);
  return one === undefined ? [first] : [one, ...others];
}

function lineOf(loaded: StoredWithHistory, version: number): SeenLine | undefined {
  const journal = loaded.history.events.map(({ event }) => event);
  const event = journal[version - 1];
  const issued = event && documentIssuedBy(event);
  if (event === undefined || issued === undefined) return undefined;
  return { loaded, journal, documentId: issued.documentId, version, event };
}

/** The printed number of another document of the same licence, by its id. */
export function numberInLine({ loaded }: SeenLine, documentId: string | undefined): string | undefined {
  return loaded.history.documents.find((document) => document.documentId === documentId)?.number;
}
