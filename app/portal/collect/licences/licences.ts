import { sideBySide } from '../../../../adapters/dynamodb/table/side-by-side.ts';
import { type Accessible, accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Views } from '../../portal.ts';
import type { Visit } from '../../reader.ts';
import { isId } from '../../../../domain/text/id.ts';
import type { Shared } from '../../../../domain/licence/shared.ts';
import type { LicenceGroup, LicencesView } from '../../views/licences.ts';
import { brandingShared } from '../branding.ts';
import { asSeen, type SeenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

/** Licences of one customer in one page, customers of a partner in one page, and licences of each of these. */
const ofOne = 50;
const customersAtATime = 10;
const ofEach = 10;

/** The licences that a reader sees: of its customer, and of a partner's customers; or those of one customer. */
export async function licencesView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after, afterCustomer, shared }: Views['licences']['takes'],
): Promise<Views['licences']['gives'] | undefined> {
  const own = await accessTo(portal, visit.reader, visit.reader.customerId);
  if (own === undefined) return undefined;
  if (shared !== undefined) return sharedLicencesView(portal, visit, own, shared, after);
  const asked = customerId === undefined ? undefined : await accessTo(portal, visit.reader, customerId);
  if (customerId !== undefined && asked === undefined) return undefined;
  const others = asked === undefined ? await othersOf(portal, visit, own, afterCustomer) : { page: [] };
  const first = asked ?? own;
  const isFirstPage = afterCustomer === undefined;
  const pages = await Promise.all([
    ...(isFirstPage ? [groupOf(portal, visit, first, ofOne, after)] : []),
    ...others.page.map((other) => groupOf(portal, visit, other, ofEach)),
  ]);
  return { ...viewOf(own, pages), nextCustomer: others.next };
}

interface GroupSeen {
  readonly group: LicenceGroup;
  readonly seen: readonly SeenLicence[];
}

function viewOf({ customer }: Accessible, pages: readonly GroupSeen[]): LicencesView {
  const { customerId, name, locale } = customer;
  return {
    customer: { customerId, name, locale },
    groups: pages.map(({ group }) => group),
    branding: brandingShared(pages.flatMap(({ seen }) => seen.map(({ plan }) => plan))),
  };
}

/** Those that share a mail, as far as they are still a customer's that the reader may see; undefined where none is. */
async function sharedLicencesView(
  portal: PortalDependencies,
  visit: Visit,
  own: Accessible,
  shared: Shared,
  after: string | undefined,
): Promise<LicencesView | undefined> {
  const { licences } = portal.mailing;
  const lines = isId(shared.licenceId) ? await licences.sharedLines.of(shared) : [];
  const { values } = await licences.loadAll(lines.map(({ licenceId }) => licenceId));
  const byCustomer = Map.groupBy(
    values.map(({ licence }) => licence.facts),
    ({ customerId }) => customerId,
  );
  const pages = await Promise.all(
    [...byCustomer].map(async ([customerId, facts]) => {
      const accessible = await accessTo(portal, visit.reader, customerId);
      const ids = facts.map(({ licenceId }) => licenceId).toSorted();
      if (accessible === undefined) return undefined;
      return groupOfPage(accessible, await pageIn(portal, visit, accessible, ids, { most: ofOne, after }));
    }),
  );
  const found = pages.filter(isThere);
  return found.length === 0 ? undefined : viewOf(own, found);
}

interface Others {
  readonly page: readonly Accessible[];
  readonly next?: string | undefined;
}

/** The customers of a partner by their ids, some at a time. */
async function othersOf(
  portal: PortalDependencies,
  { reader }: Visit,
  { customer }: Accessible,
  after: string | undefined,
): Promise<Others> {
  if (reader.role !== 'partner') return { page: [] };
  const ids = (await customersOf(portal, customer.customerId)).filter(
    (id) => after === undefined || id > after,
  );
  const page = ids.slice(0, customersAtATime);
  const found = await Promise.all(page.map((id) => accessTo(portal, reader, id)));
  return {
    page: found.filter(isThere).filter(({ rights }) => rights === 'as-partner'),
    next: ids.length > page.length ? page.at(-1) : undefined,
  };
}

/** Also those that named a partner which was merged into this one. */
async function customersOf(
  { customersOf: index, history }: PortalDependencies,
  partnerId: string,
): Promise<readonly string[]> {
  const merged = (await history.of(partnerId)).flatMap((entry) =>
    entry.type === 'merged' ? [entry.from] : [],
  );
  const found = await Promise.all([partnerId, ...merged].map((id) => index.customers(id)));
  return [...new Set(found.flat())].toSorted();
}

async function groupOf(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  most: number,
  after?: string,
): Promise<GroupSeen> {
  return groupOfPage(accessible, await licencesOf(portal, visit, accessible, most, after));
}

function groupOfPage(
  { customer, rights }: Accessible,
  { seen, next }: Pick<LicencesOfCustomer, 'seen' | 'next'>,
): GroupSeen {
  const { customerId, name } = customer;
  return { group: { customerId, name, rights, licences: seen.map(summaryOf), next }, seen };
}

/** A page of the licences of a customer. */
export interface LicencesOfCustomer {
  /** All that it has, by their ids. */
  readonly ids: readonly string[];
  /** The ids of the page: one that was registered by mistake is not seen. */
  readonly page: readonly string[];
  readonly seen: readonly SeenLicence[];
  /** The licence after which there are more. */
  readonly next?: string | undefined;
}

/** A page of the licences of a customer, in the order of their ids, with all about each. */
export async function licencesOf(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  most: number,
  after?: string,
): Promise<LicencesOfCustomer> {
  const ids = (await portal.licencesOf.licences(accessible.customer.customerId)).toSorted();
  return { ids, ...(await pageIn(portal, visit, accessible, ids, { most, after })) };
}

/** A page of licences, by their ids in order. */
async function pageIn(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  ids: readonly string[],
  { most, after }: { readonly most: number; readonly after?: string | undefined },
): Promise<Omit<LicencesOfCustomer, 'ids'>> {
  const left = ids.filter((id) => after === undefined || id > after);
  const page = left.slice(0, most);
  const seen = await licencesSeen(portal, visit, accessible, page);
  return { page, seen, next: left.length > page.length ? page.at(-1) : undefined };
}

/** Some licences of a customer with all about each, in the order in which they are named. */
export async function licencesSeen(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  ids: readonly string[],
): Promise<readonly SeenLicence[]> {
  const { customerId } = accessible.customer;
  const loaded = await sideBySide(ids, (id) => portal.mailing.licences.loadWithHistory(id));
  return (
    loaded
      .filter(isThere)
      // The index lags behind: one that was transferred just now is another's.
      .filter(({ stored }) => stored.licence.facts.customerId === customerId)
      .map((each) => asSeen(visit, each, accessible))
      .filter(isThere)
  );
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
