import * as z from 'zod/mini';
import { type CustomerEntry, customerEntrySchema } from '../../../domain/customer/history.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { customerRecordsUnder } from '../table/query.ts';

/** What the sort keys of entries begin with: the instant and the request follow. */
export const entries = 'ENTRY#';

const itemsSchema = z.array(z.object({ record: z.string(), entry: customerEntrySchema }));

/** The history of customers for whoever only looks at it: table `CustomerHistory`. */
export class CustomerHistoryReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.customerHistoryTable);
  }

  /** What was done about a customer, oldest first. */
  async of(customerId: string): Promise<readonly CustomerEntry[]> {
    return (await this.recorded(customerId)).map(({ entry }) => entry);
  }

  /** The same with the sort key of each. */
  protected async recorded(customerId: string): Promise<z.infer<typeof itemsSchema>> {
    const items = await customerRecordsUnder(this.documents, this.table, customerId, entries);
    return parseAt(`the history of customer ${customerId}`, itemsSchema, items);
  }
}
