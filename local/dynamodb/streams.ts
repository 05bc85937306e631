import type { Change, Store } from 'dynalite/db/index.js';
import { itemPrefix } from './keys.ts';

/** What a stream of view type NEW_IMAGE reports of an item; values are DynamoDB's JSON. */
export interface StreamRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: { readonly NewImage?: unknown };
}

type Listener = (record: StreamRecord) => void;

/** The streams of tables: each notifies its listeners of the changes of items in order, once they are written. */
export class Streams {
  readonly #listeners: { readonly prefix: string; readonly listener: Listener }[] = [];

  listen(table: string, listener: Listener): void {
    this.#listeners.push({ prefix: itemPrefix(table), listener });
  }

  /**
   * The notifications of changes that are not written yet.
   * @returns sends them
   */
  prepare({ db }: Store, changes: readonly Change[]): () => void {
    const notifications = this.#listeners.flatMap(({ prefix, listener }) =>
      changes
        .filter(({ key }) => key.startsWith(prefix))
        .map((change) => ({ listener, record: recordOf(change, db.getSync(change.key) !== undefined) })),
    );
    return () => {
      for (const { listener, record } of notifications) listener(record);
    };
  }
}

function recordOf({ type, value }: Change, isKnown: boolean): StreamRecord {
  if (type === 'del') return { eventName: 'REMOVE', dynamodb: {} };
  return { eventName: isKnown ? 'MODIFY' : 'INSERT', dynamodb: { NewImage: value } };
}
