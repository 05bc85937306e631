import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';
import { indexes, keys } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { byLicenceId, type PlaceInPlan, type SomeOfPlan, somewhereIn } from './by-licence-id.ts';
import { type Parked, parkedSchema, planPartitions } from './licence-item.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string(), parked: parkedSchema.optional() }));

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
  some(planId: string, most: number, from: PlaceInPlan = { shard: 0 }): Promise<SomeOfPlan<StalledLicence>> {
    return somewhereIn(planPartitions(planId, this.shards), most, from, async (query) => {
      const { Items, LastEvaluatedKey } = await this.documents.send(
        new QueryCommand({
          TableName: this.table,
          IndexName: indexes.stalled,
          ...byLicenceId(keys.stalledIn, query),
        }),
      );
      const rows = parseAt(`index ${indexes.stalled}`, rowsSchema, Items);
      return { rows, isLast: LastEvaluatedKey === undefined };
    });
  }
}
