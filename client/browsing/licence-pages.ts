import * as z from 'zod/mini';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { ParkedLicence } from '../../adapters/dynamodb/licences/parked.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { StalledIndex } from '../../adapters/dynamodb/licences/stalled-index.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { type CivilDate, civilDateSchema } from '../../domain/calendar.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { isOnlyStalled, lastDayOfOpenItems } from '../finding/open-licences.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import type { Page } from './pages.ts';
import { placeFrom, placeText } from './places.ts';

const inPlan = z.object({ shard: z.int().check(z.minimum(0)), after: z.optional(z.string()) });
const inDue = z.object({
  shard: z.int().check(z.minimum(0)),
  after: z.optional(z.object({ licenceId: z.string(), dueOn: civilDateSchema })),
});

const inOpen = z.discriminatedUnion('list', [
  z.extend(inDue, { list: z.literal('due') }),
  z.extend(inPlan, { list: z.literal('stalled') }),
]);
const firstOpen = { list: 'due', shard: 0 } as const;
const firstStalled = { list: 'stalled', shard: 0 } as const;

/** Licences a page at a time: one request for their ids, and one for each hundred states. */
export class LicencePages {
  readonly #licences: LicenceReader;
  readonly #ofPlan: PlanIndex;
  readonly #ofCustomer: CustomerIndex;
  readonly #due: DueIndex;
  readonly #stalled: StalledIndex;

  constructor({ outputs }: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#licences = new LicenceReader(documents, settings);
    this.#ofPlan = new PlanIndex(documents, settings);
    this.#ofCustomer = new CustomerIndex(documents, settings);
    this.#due = new DueIndex(documents, settings);
    this.#stalled = new StalledIndex(documents, settings);
  }

  /** The licences of a plan, in the order of their ids within each shard. Throws `Refusal` for an unknown place. */
  async ofPlan(planId: string, most: number, from?: string): Promise<Page<Stored>> {
    const { listed, next } = await this.#ofPlan.some(planId, most, placeFrom(inPlan, from));
    const ids = listed.map(({ licenceId }) => licenceId);
    return { ...(await this.#states(ids)), next: placeText(next) };
  }

  /** The licences of a customer, in the order of the index. */
  async ofCustomer(customerId: string, most: number, from?: string): Promise<Page<Stored>> {
    const { licenceIds, next } = await this.#ofCustomer.page(customerId, most, from);
    return { ...(await this.#states(licenceIds)), next };
  }

  /**
   * The licences of a plan that a run has something to do for by a day, the most urgent first. Parked licences are not among
   * them.
   */
  async dueBy(planId: string, day: CivilDate, most: number, from?: string): Promise<Page<Stored>> {
    const { listed, next } = await this.#due.some(planId, day, most, placeFrom(inDue, from));
    const ids = listed.map(({ licenceId }) => licenceId);
    return { ...(await this.#states(ids)), next: placeText(next) };
  }

  /**
   * Licences of a plan among which are all that have an open invoice or quote: first those with something due within three
   * months, the most urgent first, then those that are stalled. Two requests for their ids at most, in each shard.
   */
  async openOf(planId: string, today: CivilDate, most: number, from?: string): Promise<Page<Stored>> {
    const place = placeFrom(inOpen, from) ?? firstOpen;
    const day = lastDayOfOpenItems(today);
    const due = place.list === 'due' ? await this.#due.some(planId, day, most, place) : { listed: [] };
    const ids = due.listed.map(({ licenceId }) => licenceId);
    if (due.next !== undefined)
      return { ...(await this.#states(ids)), next: placeText({ list: 'due', ...due.next }) };
    if (ids.length === most) return { ...(await this.#states(ids)), next: placeText(firstStalled) };
    const start = place.list === 'stalled' ? place : firstStalled;
    const { listed, next } = await this.#stalled.some(planId, most - ids.length, start);
    const isDue = new Set(ids);
    const { rows, unreadable } = await this.#states([
      ...new Set([...ids, ...listed.map(({ licenceId }) => licenceId)]),
    ]);
    // One whose day has come near is in both: it is listed with those that are due.
    const isFirst = (stored: Stored) =>
      isDue.has(stored.licence.facts.licenceId) || isOnlyStalled(stored, today);
    return { rows: rows.filter(isFirst), unreadable, next: next && placeText({ list: 'stalled', ...next }) };
  }

  /** The parked licences of a plan, by one request in each shard: a page may have none of them, and others follow. */
  async parkedOf(planId: string, most: number, from?: string): Promise<Page<ParkedLicence>> {
    const { listed, next } = await this.#stalled.some(planId, most, placeFrom(inPlan, from));
    const rows = listed.flatMap(({ licenceId, parked }) =>
      parked === undefined ? [] : [{ licenceId, planId, ...parked }],
    );
    return { rows, unreadable: [], next: placeText(next) };
  }

  /** In the order of the ids. */
  async #states(licenceIds: readonly string[]) {
    const { values, unreadable } = await this.#licences.loadAll(licenceIds);
    const byId = new Map(values.map((stored) => [stored.licence.facts.licenceId, stored]));
    return { rows: licenceIds.flatMap((id) => byId.get(id) ?? []), unreadable };
  }
}
