import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';

/** DynamoDB answers a query with at most 1 MB; an entry of index `due` takes about 220 bytes of it. */
const itemsOfPage = Math.floor((1024 * 1024) / 220);

const query = z.object({
  ExpressionAttributeValues: z.object({ ':partition': z.object({ S: z.string() }) }),
  ExclusiveStartKey: z.object({ position: z.object({ N: z.string() }) }).optional(),
});

/** Answers queries of index `due` on a port of this machine as DynamoDB would for `count` due licences on `shards`. */
export async function serveIndex(count: number, shards: number) {
  const ofShard = Math.ceil(count / shards);
  const asked = { queries: 0, bytes: 0 };
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { ExpressionAttributeValues, ExclusiveStartKey } = query.parse(body);
      const partition = ExpressionAttributeValues[':partition'].S;
      const from = Number(ExclusiveStartKey?.position.N ?? 0);
      const to = Math.min(ofShard, from + itemsOfPage);
      const Items = Array.from({ length: to - from }, (_, index) => entryOf(partition, from + index));
      const last = to < ofShard ? { LastEvaluatedKey: { position: { N: String(to) } } } : {};
      const text = JSON.stringify({ Items, Count: Items.length, ...last });
      asked.queries += 1;
      asked.bytes += text.length;
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { endpoint: `http://127.0.0.1:${port}`, asked, stop: () => server.close() };
}

function entryOf(partition: string, index: number): object {
  const id = `${partition.split('#').at(-1) ?? ''}-${index.toString().padStart(8, '0')}`;
  return {
    licenceId: { S: `L-${id}` },
    record: { S: 'LICENCE' },
    customerId: { S: `C-${id}` },
    planPartition: { S: partition },
    dueOn: { S: '2026-01-15' },
  };
}
