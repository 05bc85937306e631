// dynalite has no types of its own. These are the parts of it that the embedded cloud calls.

declare module 'dynalite/db/index.js' {
  type Callback<Result> = (error: unknown, result?: Result) => void;

  /** One table or index: a range of keys of the store. */
  export interface Records {
    get(key: string, callback: Callback<unknown>): void;
    put(key: string, value: unknown, callback: Callback<void>): void;
    del(key: string, callback: Callback<void>): void;
    lock(
      key: string,
      work: (release: <Result>(callback: Callback<Result>) => Callback<Result>) => void,
    ): void;
  }

  export interface Change {
    readonly type: 'put' | 'del';
    readonly key: string;
    readonly value?: unknown;
  }

  export interface Table {
    readonly TableName: string;
    readonly TableStatus: string;
    readonly KeySchema: readonly { readonly AttributeName: string }[];
    readonly GlobalSecondaryIndexes?: readonly Index[];
    readonly LocalSecondaryIndexes?: readonly Index[];
  }

  interface Index {
    readonly IndexName: string;
    readonly KeySchema: readonly { readonly AttributeName: string }[];
    readonly Projection: {
      readonly ProjectionType: string;
      readonly NonKeyAttributes?: readonly string[];
    };
  }

  export interface Store {
    readonly options: object;
    readonly db: {
      open(): Promise<void>;
      close(callback: (error: unknown) => void): void;
      iterator(): AsyncIterable<[key: string, value: unknown]>;
      getSync(key: string): unknown;
      batch(changes: readonly Change[]): Promise<void>;
    };
    readonly tableDb: {
      awsAccountId: string;
      awsRegion: string;
      put: Records['put'];
      del: Records['del'];
    };
    getTable(name: string, ...others: [Callback<Table>] | [checkStatus: boolean, Callback<Table>]): void;
    getItemDb(table: string): Records;
    getIndexDb(kind: string, table: string, index: string): Records;
  }

  /** A request, an item or a key: an object of whatever members. */
  export type Request = Record<string, unknown>;

  const db: {
    create(options: {
      path: string;
      createTableMs: number;
      deleteTableMs: number;
      updateTableMs: number;
    }): Store;
    createKey(item: Request, table: Table): string;
    checkConditional(request: Request, item: unknown): Error | null | undefined;
    validateItem(item: Request, table: Table): Error | null | undefined;
    validateKey(key: Request, table: Table): Error | null | undefined;
  };
  export default db;
}

declare module 'dynalite/actions/*.js' {
  import type { Request, Store } from 'dynalite/db/index.js';

  const action: (
    store: Store,
    request: Request,
    callback: (error: unknown, response?: object) => void,
  ) => void;
  export default action;
}

declare module 'dynalite/validations/index.js' {
  import type { Request, Store } from 'dynalite/db/index.js';

  const validations: {
    checkTypes(request: Request, types: object): Request;
    checkValidations(request: Request, types: object, custom: unknown, store: Store): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: { readonly types: object; readonly custom?: unknown };
  export default validation;
}
