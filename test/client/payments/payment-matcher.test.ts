import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { PaymentMatcher } from '../../../client/payments/payment-matcher.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { incomingPaymentSchema } from '../../../domain/payments/incoming.ts';
import { janeRoe } from '../../support/application/jane-roe.ts';
import { MostAtOnce } from '../../support/client/most-at-once.ts';

const names = Object.fromEntries(Object.values(outputs).map((name) => [name, name]));
const deployment = new Deployment({ ...names, [outputs.dueShards]: '1' });

const customerIds = Array.from({ length: 40 }, (_, index) => `C-${index}`);

/** Tables of customers who all have one name, and ten licences each. */
function tables() {
  const queries = new MostAtOnce();
  const read = new Set<string>();
  const query = ({ TableName, IndexName, ExpressionAttributeValues: values = {} }: QueryCommandInput) => {
    if (TableName === outputs.searchTable)
      return { Items: customerIds.map((customerId) => ({ customerId })) };
    const named = String(values[':customerId'] ?? values[':partition']);
    if (IndexName === 'customer')
      return { Items: Array.from({ length: 10 }, (_, index) => ({ licenceId: `${named}-${index}` })) };
    read.add(named);
    return { Items: [] };
  };
  const client = mockClient(DynamoDBDocumentClient);
  client.on(QueryCommand).callsFake((input: QueryCommandInput) => queries.during(() => query(input)));
  client.on(BatchGetCommand).callsFake(({ RequestItems = {} }: BatchGetCommandInput) => {
    const keys = RequestItems[outputs.customersTable]?.Keys ?? [];
    const found = keys.flatMap(({ customerId }) => customerIds.filter((each) => each === customerId));
    return {
      Responses: { [outputs.customersTable]: found.map((customerId) => ({ ...janeRoe, customerId })) },
    };
  });
  return { queries, read };
}

test('what a payer of a common name may owe is read some licences at a time', async () => {
  const { queries, read } = tables();
  const payment = incomingPaymentSchema.parse({
    paymentId: 'BANK-1',
    amount: { amount: 100, currency: 'EUR' },
    received: '2026-06-01',
    text: 'thank you',
    payer: janeRoe.name,
  });
  expect(await new PaymentMatcher(deployment).match(payment)).toMatchObject({ matched: false });
  expect(read.size).toBe(400);
  expect(queries.most).toBeLessThanOrEqual(16);
});
