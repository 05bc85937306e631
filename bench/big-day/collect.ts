import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import { batchesByCustomer } from '../../app/run/batches-by-customer.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { civilDate } from '../../domain/calendar.ts';
import { configuration } from '../../perennial.config.ts';
import { serveIndex } from './index-pages.ts';

/** What collecting the due licences of a day took. */
export interface Collection {
  readonly seconds: number;
  /** MiB of this process at the most, with the index that it serves itself. */
  readonly memory: number;
  readonly queries: number;
  readonly batches: number;
  readonly largestBatch: number;
  readonly worklistBytes: number;
  readonly longestLine: number;
}

/** As many as a vendor of a million licences configures. */
const dueShards = 4;

/** Collects `count` due licences, each of a customer of its own, through the real index reader and into real batches. */
export async function collect(count: number): Promise<Collection> {
  const { batchSize } = configuration;
  const index = await serveIndex(count, dueShards);
  const client = new DynamoDBClient({
    endpoint: index.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  });
  try {
    const due = new DueIndex(DynamoDBDocumentClient.from(client), {
      [environment.licencesTable]: 'Licences',
      [environment.dueShards]: String(dueShards),
    }).due('smart-net-user-group', civilDate('2026-01-15'));
    const found = { batches: 0, largestBatch: 0, worklistBytes: 0, longestLine: 0, memory: 0 };
    const started = performance.now();
    for await (const batch of batchesByCustomer(due, batchSize)) {
      const { length } = `${JSON.stringify(batch)}\n`;
      found.batches += 1;
      found.worklistBytes += length;
      found.longestLine = Math.max(found.longestLine, length);
      found.largestBatch = Math.max(found.largestBatch, batch.licences.length);
      if (found.batches % 1000 === 1)
        found.memory = Math.max(found.memory, process.memoryUsage.rss() / 2 ** 20);
    }
    const seconds = (performance.now() - started) / 1000;
    return { seconds, queries: index.asked.queries, ...found };
  } finally {
    client.destroy();
    index.stop();
  }
}
