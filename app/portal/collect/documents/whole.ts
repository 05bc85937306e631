import { sideBySide } from '../../../../adapters/dynamodb/table/side-by-side.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { Shared } from '../../../../domain/licence/shared.ts';
import { sharedBy } from '../../../../domain/licence/sharing.ts';
import type { Accessible } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import { type LicencesOfCustomer, licencesSeen } from '../licences/licences.ts';
import type { SeenLicence } from '../licences/seen-licence.ts';

/** The licences of a page, with those of other pages that share a document or a payment with them. */
interface Whole {
  readonly seen: readonly SeenLicence[];
  /** Whether what an event issued or received is shown on the page: what licences share is, on the page of the first. */
  readonly isOfPage: (event: Event) => boolean;
}

/**
 * What it takes to show documents and payments whole that licences of several pages share: each on the page of its first
 * licence, and on no other, so that no page shows a part of a sum.
 */
export async function wholeOf(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  { ids, page, seen }: Pick<LicencesOfCustomer, 'ids' | 'page' | 'seen'>,
): Promise<Whole> {
  const own = new Set(ids);
  const ofPage = new Set(page);
  const shared = await sideBySide([...sharedIn(seen)], async ([name, what]) => {
    const lines = await portal.mailing.licences.sharedLines.of(what);
    // One that shares it with nobody has no lines.
    const sharing = lines.length === 0 ? [what] : lines;
    return { name, licenceIds: sharing.map(({ licenceId }) => licenceId).filter((id) => own.has(id)) };
  });
  const begun = shared.filter(({ licenceIds: [first] }) => ofPage.has(first ?? ''));
  const missing = new Set(begun.flatMap(({ licenceIds }) => licenceIds).filter((id) => !ofPage.has(id)));
  const others = await licencesSeen(portal, visit, accessible, [...missing].toSorted());
  const names = new Set(begun.map(({ name }) => name));
  return {
    seen: [...seen, ...others],
    isOfPage: (event) => {
      const what = sharedBy(event);
      return what === undefined ? ofPage.has(event.licenceId) : names.has(nameOf(what));
    },
  };
}

/** The documents and payments that these licences share with others. */
function sharedIn(seen: readonly SeenLicence[]): ReadonlyMap<string, Shared> {
  const shared = seen.flatMap(({ shown }) =>
    shown.flatMap(({ event }) => (isListed(event) ? (sharedBy(event) ?? []) : [])),
  );
  return new Map(shared.map((what) => [nameOf(what), what]));
}

function isListed({ type }: Event): boolean {
  return type === 'QuoteIssued' || type === 'InvoiceIssued' || type === 'PaymentRecorded';
}

function nameOf({ licenceId, version }: Shared): string {
  return `${version}#${licenceId}`;
}
