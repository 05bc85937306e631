import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';
import { indexes, keys } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { type PlaceInPlan, type SomeOfPlan, someByLicence } from './by-licence-id.ts';
import { type Parked, parkedSchema, planPartitions } from './licence-item.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string(), parked: z.optional(parkedSchema) }));

/** A licence that no run will look at soon. */
export interface StalledLicence {
  readonly licenceId: string;
  /** Unset where it is not parked, and something is open on it. */
  readonly parked?: Parked | undefined;
}

/**
 * Which licences are stalled: index `stalled` of table `Licences`. It has the parked ones, and those with an open invoice or
 * quote and no due day soon. Few licences are ever in it (docs/adr/0035).
 */
export class StalledIndex {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly shards: number;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.shards = shardsIn(settings);
  }

  /** At most so many of a plan, by their ids, from a place on or the first. */
  some(planId: string, most: number, from?: PlaceInPlan): Promise<SomeOfPlan<StalledLicence>> {
    const index = { table: this.table, index: indexes.stalled, key: keys.stalledIn, rowsSchema };
    return someByLicence(this.documents, index, planPartitions(planId, this.shards), most, from);
  }
}
