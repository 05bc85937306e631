import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { itemsAt } from '../table/batch-get.ts';
import { licenceKey, parkedSchema } from './licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { RunHistory } from '../runs/run-history.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

const rowSchema = z.object({ licenceId: z.string(), planId: z.string(), parked: z.optional(parkedSchema) });

/** A licence that runs skip, since when, and why. */
export interface ParkedLicence {
  readonly licenceId: string;
  readonly planId: string;
  readonly on: z.infer<typeof parkedSchema>['on'];
  readonly reason: string;
}

/** The licences that are parked. Of a licence itself nothing is read: it may be what cannot be read. */
export class ParkedLicences {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly history: RunHistory;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.history = new RunHistory(documents, settings);
  }

  /** Those of a plan, in order of their ids. Whatever is parked has failed in a run: only these are looked at. */
  async of(planId: string): Promise<readonly ParkedLicence[]> {
    const failed = new Set<string>();
    for await (const { licenceId } of this.history.everyFailure(planId)) failed.add(licenceId);
    const parked = await this.among([...failed]);
    return parked.toSorted((a, b) => (a.licenceId < b.licenceId ? -1 : 1));
  }

  /** Those of these licences that are parked, in no order. */
  async among(licenceIds: readonly string[]): Promise<readonly ParkedLicence[]> {
    const found: ParkedLicence[] = [];
    const reading = { ProjectionExpression: 'licenceId, planId, parked', ConsistentRead: true };
    for await (const items of itemsAt(this.documents, this.table, licenceIds.map(licenceKey), reading)) {
      for (const item of items) {
        const { parked, ...licence } = parseAt('a licence in the table', rowSchema, item);
        if (parked !== undefined) found.push({ ...licence, ...parked });
      }
    }
    return found;
  }
}
