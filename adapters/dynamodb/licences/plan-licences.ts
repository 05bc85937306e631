import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { licenceKey, packedLicence, type Stored } from './licence-item.ts';
import { batchesOf, itemsAt } from '../table/batch-get.ts';
import { DueIndex } from './due-index.ts';
import { loadLicences } from './licence-reader.ts';
import type { ReadItems } from '../table/read-each.ts';
import { parseAt } from '../table/parse.ts';
import { PlanIndex } from './plan-index.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** A licence by what operators know it by. */
export interface NamedLicence {
  readonly licenceId: string;
  readonly customerId?: string | undefined;
  readonly product?: string | undefined;
}

const namedSchema = z.object({
  licenceId: z.string(),
  customerId: z.optional(z.string()),
  /** Whoever names a licence can do without its product. */
  licence: z.catch(z.optional(packedLicence), undefined),
});

/** The states of all licences of a plan. */
export class PlanLicences {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly index: PlanIndex;
  private readonly due: DueIndex;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.index = new PlanIndex(documents, settings);
    this.due = new DueIndex(documents, settings);
  }

  /**
   * A hundred at a time, in no order; the next are asked for while the caller works. Throws `Throttled` where the table
   * turns some of them away.
   */
  pages(planId: string): AsyncGenerator<ReadItems<Licence>, void> {
    return statesIn(this.pagesOf(this.index.licences(planId)));
  }

  /** The same, only those for which the runs have something to do by a day: parked ones are not among them. */
  pagesDueBy(planId: string, day: CivilDate): AsyncGenerator<ReadItems<Licence>, void> {
    return statesIn(this.storedDueBy(planId, day));
  }

  /** The same with what the table has beside their states, such as the mails that wait. */
  storedDueBy(planId: string, day: CivilDate): AsyncGenerator<ReadItems<Stored>, void> {
    return this.pagesOf(this.due.due(planId, day));
  }

  /** The states of these licences, those that there are, as `pages` gives them. */
  pagesOfIds(licenceIds: readonly string[]): AsyncGenerator<ReadItems<Licence>, void> {
    return statesIn(this.pagesOf(licenceIds.map((licenceId) => ({ licenceId }))));
  }

  /** Whose these licences are and for what, also where one cannot be read otherwise; those that there are, in no order. */
  async readNames(licenceIds: readonly string[]): Promise<readonly NamedLicence[]> {
    const found: NamedLicence[] = [];
    const reading = { ProjectionExpression: 'licenceId, customerId, licence' };
    for await (const items of itemsAt(this.documents, this.table, licenceIds.map(licenceKey), reading)) {
      for (const item of items) {
        const { licenceId, customerId, licence } = parseAt('a licence in the table', namedSchema, item);
        found.push({ licenceId, customerId, product: licence?.facts.product });
      }
    }
    return found;
  }

  private async *pagesOf(
    licences: AsyncIterable<{ readonly licenceId: string }> | Iterable<{ readonly licenceId: string }>,
  ): AsyncGenerator<ReadItems<Stored>, void> {
    let ahead: Promise<ReadItems<Stored>> | undefined;
    for await (const batch of batchesOf(licences)) {
      const page = ahead;
      ahead = this.read(batch.map(({ licenceId }) => licenceId));
      // Whoever stops before it is needed does not want to hear of it.
      ahead.catch(() => undefined);
      if (page !== undefined) yield await page;
    }
    if (ahead !== undefined) yield await ahead;
  }

  private read(licenceIds: readonly string[]): Promise<ReadItems<Stored>> {
    return loadLicences(this.documents, this.table, licenceIds);
  }
}

async function* statesIn(pages: AsyncIterable<ReadItems<Stored>>): AsyncGenerator<ReadItems<Licence>, void> {
  for await (const { values, unreadable } of pages)
    yield { values: values.map(({ licence }) => licence), unreadable };
}
