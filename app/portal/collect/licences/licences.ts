import pLimit from 'p-limit';
import { type Accessible, accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Views } from '../../portal.ts';
import type { Visit } from '../../reader.ts';
import type { LicenceGroup } from '../../views/licences.ts';
import { brandingShared } from '../branding.ts';
import { asSeen, type SeenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

/** Licences of one customer in one page, customers of a partner in one page, and licences of each of these. */
const ofOne = 50;
const customersAtATime = 10;
const ofEach = 10;

const atOnce = 16;

/** The licences that a reader sees: of its customer, and of a partner's customers; or those of one customer. */
export async function licencesView(
  portal: PortalDependencies,
  visit: Visit,
  { customerId, after, afterCustomer }: Views['licences']['takes'],
): Promise<Views['licences']['gives'] | undefined> {
  const own = await accessTo(portal, visit.reader, visit.reader.customerId);
  if (own === undefined) return undefined;
  const asked = customerId === undefined ? undefined : await accessTo(portal, visit.reader, customerId);
  if (customerId !== undefined && asked === undefined) return undefined;
  const others = asked === undefined ? await othersOf(portal, visit, own, afterCustomer) : { page: [] };
  const first = asked ?? own;
  const isFirstPage = afterCustomer === undefined;
  const pages = await Promise.all([
    ...(isFirstPage ? [groupOf(portal, visit, first, ofOne, after)] : []),
    ...others.page.map((other) => groupOf(portal, visit, other, ofEach)),
  ]);
  const { customerId: id, name, locale } = own.customer;
  return {
    customer: { customerId: id, name, locale },
    groups: pages.map(({ group }) => group),
    nextCustomer: others.next,
    branding: brandingShared(pages.flatMap(({ seen }) => seen.map(({ plan }) => plan))),
  };
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
): Promise<{ readonly group: LicenceGroup; readonly seen: readonly SeenLicence[] }> {
  const { customer, rights } = accessible;
  const { seen, next } = await licencesOf(portal, visit, accessible, most, after);
  const { customerId, name } = customer;
  return { group: { customerId, name, rights, licences: seen.map(summaryOf), next }, seen };
}

/** A page of the licences of a customer, in the order of their ids, with all about each. */
export async function licencesOf(
  portal: PortalDependencies,
  visit: Visit,
  accessible: Accessible,
  most: number,
  after?: string,
): Promise<{ readonly seen: readonly SeenLicence[]; readonly next?: string | undefined }> {
  const { customerId } = accessible.customer;
  const ids = (await portal.licencesOf.licences(customerId)).toSorted();
  const left = ids.filter((id) => after === undefined || id > after);
  const page = left.slice(0, most);
  const limit = pLimit(atOnce);
  const loaded = await Promise.all(
    page.map((id) => limit(() => portal.mailing.licences.loadWithHistory(id))),
  );
  const seen = loaded
    .filter(isThere)
    // The index lags behind: one that was transferred just now is another's.
    .filter(({ stored }) => stored.licence.facts.customerId === customerId)
    .map((each) => asSeen(visit, each, accessible))
    .filter(isThere);
  return { seen, next: left.length > page.length ? page.at(-1) : undefined };
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
