import { whyNoUpdates } from '../../domain/updates/updates.ts';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { UpdateStore } from '../../adapters/dynamodb/updates/updates.ts';
import { type Worklist, WorklistStore } from '../../adapters/s3/worklists.ts';
import type { PublishInput } from '../../contracts/workflow/update.ts';
import { batchSizeIn, type Settings } from '../../contracts/deployment/settings.ts';
import { batchesByCustomer } from '../run/batches-by-customer.ts';
import { planOf } from '../../plans/plan-of.ts';
import { Refused } from '../commands/refused.ts';

/** What it takes to publish an update. */
export interface PublishingDependencies {
  readonly updates: UpdateStore;
  readonly index: PlanIndex;
  readonly worklists: WorklistStore;
  /** How many licences a batch takes, where one customer has no more. */
  readonly batchSize: number;
}

export function openPublishing(settings: Settings): PublishingDependencies {
  const documents = documentClient();
  return {
    updates: new UpdateStore(documents, settings),
    index: new PlanIndex(documents, settings),
    worklists: new WorklistStore(settings),
    batchSize: batchSizeIn(settings),
  };
}

interface Published {
  readonly planId: string;
  readonly product: string;
  readonly version: string;
  readonly today: CivilDate;
  readonly execution: string;
  /** The number of the plan's licences, whatever product they are for. */
  readonly listed: number;
  readonly worklist: Worklist;
  readonly because: string;
}

/** Records an update as published and lists all licences of its plan. Throws `Refused` where the plan has none of it. */
export async function publishUpdate(
  { updates, index, worklists, batchSize }: PublishingDependencies,
  { planId, product, version, publishedAt, execution }: PublishInput,
): Promise<Published> {
  const plan = planOf(planId);
  const refusal = whyNoUpdates(plan, product);
  if (refusal !== undefined) throw new Refused(refusal);
  const today = dayIn(plan.timeZone, publishedAt);
  const { isNew } = await updates.publish({ planId, product, version, publishedOn: today });
  const worklist = worklists.at(planId, today, `update-${execution}`);
  const listed = await worklists.write(worklist, batchesByCustomer(index.licences(planId), batchSize));
  const because = isNew
    ? `${product} ${version} is published on ${today}`
    : `${product} ${version} was published before; customers who were e-mailed then are skipped`;
  return { planId, product, version, today, execution, listed, worklist, because };
}
