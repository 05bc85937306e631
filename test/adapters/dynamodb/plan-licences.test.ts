import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { openLicences } from '../../../app/commands/open-licences.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { licenceKey } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { PlanLicences } from '../../../adapters/dynamodb/licences/plan-licences.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';
import { factsOf } from '../../support/application/play.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.stop());

test('licences are named by customer and product; one whose state cannot be read by its customer alone', async () => {
  const documents = documentClient();
  const facts = factsOf(videoSma, { licenceId: 'L-1', coverEnds: '2026-12-31' });
  await registerLicence(openLicences(documents, process.env), facts);
  await documents.send(
    new PutCommand({
      TableName: process.env[environment.licencesTable],
      Item: { ...licenceKey('L-2'), customerId: 'C-2', licence: Buffer.from('broken') },
    }),
  );
  const named = await new PlanLicences(documents, process.env).readNames(['L-1', 'L-2', 'L-3']);
  expect(named.toSorted((a, b) => a.licenceId.localeCompare(b.licenceId))).toEqual([
    { licenceId: 'L-1', customerId: facts.customerId, product: facts.product },
    { licenceId: 'L-2', customerId: 'C-2', product: undefined },
  ]);
});
