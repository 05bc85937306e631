import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFront } from '../../../local/endpoint/front.ts';
import { answerJson } from '../../../local/endpoint/protocols.ts';
import { Router } from '../../../local/endpoint/router.ts';
import { Database } from '../../../local/dynamodb/database.ts';
import { accountAt, localKey } from '../../../local/shared/account.ts';
import { ModelDynamoDb } from '../../weather/dynamodb/service.ts';
import { ModelTable } from '../../weather/dynamodb/table.ts';
import { openEmulator } from './emulator.ts';

/** A command of the document client. */
interface Command {
  readonly input: object;
  readonly constructor: { readonly name: string };
}

/** One of the implementations of DynamoDB, with table `Contract`. */
export interface Service {
  send(command: Command): Promise<object>;
  stop(): Promise<void>;
}

export const table = 'Contract';

/** Index `due` is ordered and has attribute `owner`; index `kind` has the keys only. */
const schema: CreateTableCommandInput = {
  TableName: table,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'id', KeyType: 'HASH' },
    { AttributeName: 'record', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: ['id', 'record', 'place', 'dueOn', 'kind'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'place', KeyType: 'HASH' },
        { AttributeName: 'dueOn', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['owner'] },
    },
    {
      IndexName: 'kind',
      KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

/** Every implementation that is here; DynamoDB Local where the environment says where it lies. */
export function implementations(): readonly (readonly [name: string, open: () => Promise<Service>])[] {
  const emulator = process.env['DYNAMODB_LOCAL'];
  return [
    ['the embedded cloud', openEmbedded],
    ['the model of the simulation', () => Promise.resolve(openModel())],
    ...(emulator === undefined ? [] : [['DynamoDB Local', () => openLocal(emulator)] as const]),
  ];
}

async function openEmbedded(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-contract-'));
  const router = new Router();
  const front = await openFront(0, router);
  const database = await Database.open(folder, accountAt(front.endpoint));
  router.route(
    new Map([['dynamodb', (request) => answerJson(request, (name, body) => database.answer(name, body))]]),
  );
  return await clientOf(front.endpoint, async () => {
    await front.stop();
    await database.close();
    rmSync(folder, { recursive: true });
  });
}

async function openLocal(folder: string): Promise<Service> {
  const emulator = await openEmulator(folder);
  return await clientOf(emulator.endpoint, () => emulator.stop());
}

async function clientOf(endpoint: string, stop: () => Promise<void>): Promise<Service> {
  const credentials = { accessKeyId: localKey, secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  await client.send(new CreateTableCommand(schema));
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    send: (command) => documents.send(command as never),
    stop: async () => {
      client.destroy();
      await stop();
    },
  };
}

function openModel(): Service {
  const indexes = [
    { name: 'due', partition: 'place', sort: 'dueOn', attributes: ['owner'] },
    { name: 'kind', partition: 'kind', attributes: [] },
  ];
  const model = new ModelDynamoDb(
    new Map([[table, new ModelTable({ partition: 'id', sort: 'record' }, indexes)]]),
  );
  let now = 0;
  return {
    send: async (command) => {
      now += 1;
      return await Promise.resolve(
        model.answer(command.constructor.name, { ...command.input }, { now, lag: 0 }),
      );
    },
    stop: () => Promise.resolve(),
  };
}

/** What a service refuses with: the error's name, and the reason of each item of a transaction. */
export interface Refusal {
  readonly error: string;
  readonly reasons?: readonly (string | undefined)[];
  readonly item?: unknown;
}

/** What a service refuses with; `done` where it does not refuse. */
export async function refusalOf(answer: Promise<unknown>): Promise<Refusal | 'done'> {
  try {
    await answer;
    return 'done';
  } catch (thrown) {
    const { name, CancellationReasons, Item } = thrown as {
      readonly name: string;
      readonly CancellationReasons?: readonly { readonly Code?: string }[];
      readonly Item?: unknown;
    };
    const reasons = CancellationReasons?.map(({ Code }) => Code);
    return { error: name, ...(reasons && { reasons }), ...(Item !== undefined && { item: Item }) };
  }
}
