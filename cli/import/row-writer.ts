import type { ImportRow } from '../../contracts/operator/operations.ts';
import { mostRows } from '../../contracts/operator/operations.ts';
import type { RowResult } from '../../contracts/operator/answers.ts';
import type { OperatorClient } from '../../client/operator/operator-client.ts';

/** Bytes of rows in one request, well below what a request may have: modules and names make rows of any length. */
const mostBytes = 1024 * 1024;
const gatheringMilliseconds = 5;

interface Waiting {
  readonly row: ImportRow;
  readonly resolve: (result: RowResult) => void;
  readonly reject: (error: unknown) => void;
}

/** A row was not written; others may have been. */
export class RowFailed extends Error {
  override readonly name = 'RowFailed';
}

/** Writes rows that callers pass in concurrently: as many in one request as arrive within a few milliseconds. */
export class RowWriter {
  readonly #operator: OperatorClient;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(operator: OperatorClient) {
    this.#operator = operator;
  }

  /** Throws `RowFailed` where the row fails, and what the client throws where the request does that it is part of. */
  async write(row: ImportRow): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<RowResult>();
    const bytes = Buffer.byteLength(JSON.stringify(row));
    if (this.#bytes + bytes > mostBytes) this.#send();
    this.#waiting.push({ row, resolve, reject });
    this.#bytes += bytes;
    if (this.#waiting.length === mostRows) this.#send();
    else
      this.#timer ??= setTimeout(() => {
        this.#send();
      }, gatheringMilliseconds);
    const result = await promise;
    if (result.outcome === 'failed') throw new RowFailed(result.reason);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (batch.length === 0) return;
    void this.#operator.import({ rows: batch.map(({ row }) => row) }).then(
      ({ results }) => {
        for (const [index, { resolve, reject }] of batch.entries()) {
          const result = results[index];
          if (result === undefined)
            reject(new Error('The operator function returned no result for this row.'));
          else resolve(result);
        }
      },
      (error: unknown) => {
        for (const { reject } of batch) reject(error);
      },
    );
  }
}
