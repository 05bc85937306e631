import * as z from 'zod';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { type CivilDate, civilDateSchema } from '../../domain/calendar.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import type { Page } from './pages.ts';
import { placeFrom, placeText } from './places.ts';

const inPlan = z.object({ shard: z.int().min(0), after: z.string().optional() });
const inDue = z.object({
  shard: z.int().min(0),
  after: z.object({ licenceId: z.string(), dueOn: civilDateSchema }).optional(),
});

/** Licences a page at a time: one request for their ids, and one for each hundred states. */
export class LicencePages {
  readonly #licences: LicenceReader;
  readonly #ofPlan: PlanIndex;
  readonly #ofCustomer: CustomerIndex;
  readonly #due: DueIndex;

  constructor({ outputs }: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#licences = new LicenceReader(documents, settings);
    this.#ofPlan = new PlanIndex(documents, settings);
    this.#ofCustomer = new CustomerIndex(documents, settings);
    this.#due = new DueIndex(documents, settings);
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
   * The licences of a plan that a run has something to do for by a day, the most urgent first. Whatever is open on a
   * licence leads to something within three months: a reminder, an expiry or a lapse. Parked licences are not among them.
   */
  async dueBy(planId: string, day: CivilDate, most: number, from?: string): Promise<Page<Stored>> {
    const { listed, next } = await this.#due.some(planId, day, most, placeFrom(inDue, from));
    const ids = listed.map(({ licenceId }) => licenceId);
    return { ...(await this.#states(ids)), next: placeText(next) };
  }

  /** In the order of the ids. */
  async #states(licenceIds: readonly string[]) {
    const { values, unreadable } = await this.#licences.loadAll(licenceIds);
    const byId = new Map(values.map((stored) => [stored.licence.facts.licenceId, stored]));
    return { rows: licenceIds.flatMap((id) => byId.get(id) ?? []), unreadable };
  }
}
