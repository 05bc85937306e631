import * as z from 'zod';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { type CivilDate, civilDateSchema } from '../../../domain/calendar.ts';
import { itemsAt } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import type { RecordedRun } from './run-history.ts';
import { runRecords, runSchema } from './run-item.ts';

const itemSchema = z.object({ ...runSchema.shape, run: civilDateSchema });

/** The runs of several plans by one request: table `Runs`. */
export class LatestRuns {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** Those of these days, at most a hundred, that a run has claimed, in no order. */
  async of(
    days: readonly { readonly planId: string; readonly day: CivilDate }[],
  ): Promise<readonly RecordedRun[]> {
    const keys = days.map(({ planId, day }) => ({ planId, run: runRecords.day(day) }));
    const runs: RecordedRun[] = [];
    for await (const items of itemsAt(this.documents, this.table, keys, { ConsistentRead: true })) {
      for (const item of items) {
        const { run, ...known } = parseAt('a run in table Runs', itemSchema, item);
        runs.push({ ...known, today: run, isExtra: false });
      }
    }
    return runs;
  }
}
