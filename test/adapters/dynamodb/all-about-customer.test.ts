import { DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { AllAboutCustomer } from '../../../adapters/dynamodb/customers/all-about-customer.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { janeRoe } from '../../support/application/jane-roe.ts';
import { MostAtOnce } from '../../support/client/most-at-once.ts';

const settings = Object.fromEntries(Object.values(environment).map((name) => [name, name]));
const licenceIds = Array.from({ length: 60 }, (_, index) => `L-${String(index).padStart(2, '0')}`);

/** A customer of sixty licences, in any order; each request of theirs takes a moment. */
function tables() {
  const queries = new MostAtOnce();
  const query = ({ IndexName, TableName }: QueryCommandInput) => {
    if (IndexName === 'customer')
      return { Items: licenceIds.toReversed().map((licenceId) => ({ licenceId })) };
    return TableName === environment.licencesTable ? queries.during(() => ({ Items: [] })) : { Items: [] };
  };
  mockClient(DynamoDBDocumentClient).on(QueryCommand).callsFake(query);
  return { queries, all: new AllAboutCustomer(documentClient(), settings) };
}

test('all that is stored of many licences is read some at a time, and listed in their order', async () => {
  const { queries, all } = tables();
  const { licences } = await all.of(janeRoe);
  expect(licences).toEqual(licenceIds.map((licenceId) => ({ licenceId })));
  expect(queries.most).toBe(16);
});

test('reading all that is stored stops where it is told to', async () => {
  const { all } = tables();
  await expect(all.of(janeRoe, AbortSignal.abort(new Error('Ctrl-C')))).rejects.toThrow('Ctrl-C');
});
