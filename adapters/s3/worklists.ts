import { Readable } from 'node:stream';
import type { BatchLine } from '../../contracts/workflow/batch.ts';
import { type Worklist, WorklistReader } from './worklist-reader.ts';

export type { Worklist } from './worklist-reader.ts';

const linesOfBlock = 100;

/** The worklists of runs. */
export class WorklistStore extends WorklistReader {
  /** Writes the batches as they come, a part at a time, and counts their licences; nothing is written for none. */
  async write(worklist: Worklist, batches: AsyncIterable<BatchLine> | Iterable<BatchLine>): Promise<number> {
    const count = { of: 0 };
    const blocks = blocksOf(batches, count);
    const first = await blocks.next();
    if (first.done === true) return 0;
    const objects = await this.objects();
    await objects.upload(worklist, Readable.from(joined(first.value, blocks)));
    return count.of;
  }
}

/** Lines joined to blocks, since a stream takes long over each piece; `count` says how many licences so far. */
async function* blocksOf(
  batches: AsyncIterable<BatchLine> | Iterable<BatchLine>,
  count: { of: number },
): AsyncGenerator<Buffer, undefined> {
  let lines: string[] = [];
  for await (const batch of batches) {
    lines.push(`${JSON.stringify(batch)}\n`);
    count.of += batch.licences.length;
    if (lines.length < linesOfBlock) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
