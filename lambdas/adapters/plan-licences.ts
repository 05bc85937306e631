import * as z from 'zod';
import type { Documents } from './clients.ts';
import type { Licence } from '../../domain/licence.ts';
import { environment } from '../names.ts';
import { itemsAt } from './batch-get.ts';
import { licenceKey, storedFrom } from './licence-item.ts';
import { parseAt } from './parse.ts';
import { PlanIndex } from './plan-index.ts';
import { setting, type Settings } from './settings.ts';

/** As many as are read at a time. */
const batchSize = 100;
const itemSchema = z.looseObject({ licenceId: z.string() });

/** The states of all licences of a plan. */
export class PlanLicences {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly index: PlanIndex;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.index = new PlanIndex(documents, settings);
  }

  /** A hundred at a time, in no order. Throws `Throttled` where the table turns some of them away. */
  async *pages(planId: string): AsyncGenerator<readonly Licence[], void> {
    let batch: string[] = [];
    for await (const licenceId of this.index.licences(planId)) {
      batch.push(licenceId);
      if (batch.length < batchSize) continue;
      yield await this.read(batch);
      batch = [];
    }
    if (batch.length > 0) yield await this.read(batch);
  }

  private async read(licenceIds: readonly string[]): Promise<readonly Licence[]> {
    const licences: Licence[] = [];
    for await (const items of itemsAt(this.documents, this.table, licenceIds.map(licenceKey))) {
      for (const item of items) {
        const { licenceId } = parseAt('a licence in the table', itemSchema, item);
        licences.push(storedFrom(licenceId, item).licence);
      }
    }
    return licences;
  }
}
