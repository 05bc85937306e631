import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { register } from '../../../domain/licence/register.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import type { Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { PlanIndex } from '../../../adapters/dynamodb/licences/plan-index.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { factsOf } from '../../support/application/play.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let licences: LicenceStore;
let index: PlanIndex;

beforeAll(async () => {
  cloud = await openCloud();
  const documents = documentClient();
  licences = new LicenceStore(documents, process.env, () => ['notice']);
  index = new PlanIndex(documents, process.env);
});
afterAll(() => cloud.stop());

async function registered(plan: Plan, licenceId: string): Promise<Stored> {
  return licences.commit(plan, undefined, register(plan, factsOf(plan, { licenceId })));
}

async function idsOf(planId: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { licenceId } of index.licences(planId)) ids.push(licenceId);
  return ids;
}

test("a plan's licences are all found, each once, page by page from every shard", async () => {
  cloud.beforeDynamo = (operation, request) => {
    if (operation === 'Query') Object.assign(request, { Limit: 3 });
    return Promise.resolve();
  };
  const ids = Array.from({ length: 40 }, (_, number) => `K-${number}`);
  for (const licenceId of ids) await registered(vtubeLaserSmp, licenceId);
  await registered(videoSma, 'OTHER');
  expect((await idsOf(vtubeLaserSmp.id)).toSorted()).toEqual(ids.toSorted());
});

test('a licence is found in whatever state it is, parked too', async () => {
  const before = await registered(videoSma, 'V-1');
  const on = civilDate('2026-03-01');
  await licences.commit(
    videoSma,
    before,
    decide(videoSma, before.licence, { on, activity: 'cancel' }, on).events,
  );
  await licences.park('V-1', { on, reason: 'because' });
  expect(await idsOf(videoSma.id)).toContain('V-1');
});
