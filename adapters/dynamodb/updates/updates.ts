import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Documents } from '../table/document-client.ts';
import { civilDateSchema } from '../../../domain/calendar.ts';
import { versionSchema } from '../../../domain/updates/version.ts';
import { environment } from '../../../contracts/environment.ts';
import { applies } from '../table/faults.ts';
import { parseAt } from '../table/parse.ts';
import { updatesUnder } from '../table/query.ts';
import { setting, type Settings } from '../../../contracts/settings.ts';

const updateSchema = z.object({
  planId: z.string(),
  product: z.string(),
  version: versionSchema,
  publishedOn: civilDateSchema,
});

/** An update of a product that a vendor has made known. */
export type Update = z.infer<typeof updateSchema>;

/** The updates that were published: table `Updates`. */
export class UpdateStore {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.updatesTable);
  }

  /** Records an update. One that is there already keeps its day: `isNew` is false then. */
  async publish(update: Update): Promise<{ readonly isNew: boolean }> {
    const { planId, product, version, publishedOn } = update;
    const put = new PutCommand({
      TableName: this.table,
      Item: { planId, update: `${updatesOf(product)}${version}`, product, version, publishedOn },
      ConditionExpression: 'attribute_not_exists(planId)',
    });
    return { isNew: await applies(this.documents.send(put)) };
  }

  /** The published updates of a product, oldest first; those of one day in the order of their versions' letters. */
  async published(planId: string, product: string): Promise<readonly Update[]> {
    const items = await updatesUnder(this.documents, this.table, planId, updatesOf(product));
    return items
      .map((item) => parseAt(`an update of plan ${planId}`, updateSchema, item))
      .filter((update) => update.product === product)
      .toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : Number(a.publishedOn > b.publishedOn)));
  }
}

/** No version has a `#` in it, a product may: `published` tells `A` from `A#B`. */
function updatesOf(product: string): string {
  return `${product}#`;
}
