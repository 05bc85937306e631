import { daysOfOpenItems } from '../../adapters/dynamodb/licences/following.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { StalledIndex } from '../../adapters/dynamodb/licences/stalled-index.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { ReadItems } from '../../adapters/dynamodb/table/read-each.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { hasOpenItem } from '../../domain/receivables/owed.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';

const atATime = 100;

/** The day by which every licence with something open is due that is not stalled. */
export function lastDayOfOpenItems(today: CivilDate): CivilDate {
  return addDays(today, daysOfOpenItems);
}

/** Whether a licence of index `stalled` is not among those that are due by `lastDayOfOpenItems`. */
export function isOnlyStalled({ dueOn }: Pick<Stored, 'dueOn'>, today: CivilDate): boolean {
  return dueOn === undefined || dueOn > lastDayOfOpenItems(today);
}

/**
 * All licences with an open invoice or quote, without a look at those for which nothing is due soon: indexes `due` and
 * `stalled` of table `Licences` (docs/adr/0035).
 */
export class OpenLicences {
  readonly #due: DueIndex;
  readonly #stalled: StalledIndex;
  readonly #licences: LicenceReader;

  constructor({ outputs }: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#due = new DueIndex(documents, settings);
    this.#stalled = new StalledIndex(documents, settings);
    this.#licences = new LicenceReader(documents, settings);
  }

  /** Those of a plan, some hundred at a time: first by the days on which they are due, then those that are stalled. */
  async *of(planId: string, today: CivilDate): AsyncGenerator<ReadItems<Stored>, void> {
    for await (const ids of batchesOf(this.#idsOfDue(planId, today))) yield await this.#open(ids);
    for await (const ids of batchesOf(this.#idsOfStalled(planId))) {
      const { values, unreadable } = await this.#open(ids);
      yield { values: values.filter((stored) => isOnlyStalled(stored, today)), unreadable };
    }
  }

  async #open(licenceIds: readonly string[]): Promise<ReadItems<Stored>> {
    const { values, unreadable } = await this.#licences.loadAll(licenceIds);
    return { values: values.filter(({ licence }) => hasOpenItem(licence)), unreadable };
  }

  async *#idsOfDue(planId: string, today: CivilDate): AsyncGenerator<string, void> {
    for await (const { licenceId } of this.#due.due(planId, lastDayOfOpenItems(today))) yield licenceId;
  }

  async *#idsOfStalled(planId: string): AsyncGenerator<string, void> {
    let page = await this.#stalled.some(planId, atATime);
    for (;;) {
      for (const { licenceId } of page.listed) yield licenceId;
      if (page.next === undefined) return;
      page = await this.#stalled.some(planId, atATime, page.next);
    }
  }
}
