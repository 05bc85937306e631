import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { civilDateSchema } from '../../../domain/calendar.ts';
import { versionSchema } from '../../../domain/updates/version.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { parseAt } from '../table/parse.ts';
import { updatesUnder } from '../table/query.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

const updateSchema = z.object({
  planId: z.string(),
  product: z.string(),
  version: versionSchema,
  publishedOn: civilDateSchema,
});

/** An update of a product that a vendor has made known. */
export type Update = z.infer<typeof updateSchema>;

/** The published updates, for whoever only looks at them: table `Updates`. */
export class UpdateReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.updatesTable);
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

/** No version has a `#` in it, a product may: `published` distinguishes `A` from `A#B`. */
export function updatesOf(product: string): string {
  return `${product}#`;
}
