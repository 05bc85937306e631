import { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { perennial } from '../../../lib/app.ts';
import { bundleHandlers } from '../../../lib/functions/handlers.ts';
import { startCloud } from '../../../local/cloud.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { vtubeLaserSmp as plan } from '../../../plans/vtube-laser-smp.ts';
import { factsOf } from '../../support/application/play.ts';
import { applyActivity } from '../../support/application/apply-activity.ts';

const listener = `import { appendFileSync } from 'node:fs';
export const handler = async (event) => appendFileSync(process.env.HEARD, JSON.stringify(event) + '\\n');`;

interface Published {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<'licenceId' | 'version' | 'date' | 'type' | 'event', string>>;
}

test("others hear every event of a licence's journal on the bus, in its order, as docs/events.md says", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-journal-'));
  const assembly = join(folder, 'cdk.out');
  const heard = join(folder, 'heard');
  mkdirSync(join(folder, 'listener'));
  writeFileSync(join(folder, 'listener', 'index.mjs'), listener);
  const app = perennial({
    plans,
    configuration,
    handlers: await bundleHandlers({ apart: false }),
    outdir: assembly,
  });
  const others = new Stack(app, 'Others');
  const target = new Function(others, 'Listener', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(join(folder, 'listener')),
    environment: { HEARD: heard },
  });
  new Rule(others, 'Rule', {
    eventBus: EventBus.fromEventBusName(others, 'Bus', 'perennial'),
    eventPattern: { source: ['perennial'] },
    targets: [new LambdaFunction(target)],
  });
  app.synth();
  const cloud = await startCloud({ assembly, data: join(folder, 'data') });
  Object.assign(process.env, cloud.environment);
  const { licences } = openMailing(documentClient(), settingsOf(cloud.outputs));
  const facts = factsOf(plan, { coverEnds: '2026-06-30' });
  const { licenceId } = facts;
  await registerLicence(licences, facts);
  const on = civilDate('2026-03-09');
  await applyActivity(licences, licenceId, { on, activity: 'request-quote' }, on);
  await applyActivity(licences, licenceId, { on, activity: 'accept-quote', years: 1 }, on);
  await applyActivity(licences, licenceId, { on, activity: 'payment', paymentId: 'PAY-1' }, on);
  await applyActivity(licences, licenceId, { on, activity: 'deactivate' }, on);
  const journal = await licences.events(licenceId);
  await cloud.stop();

  const published = readFileSync(heard, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Published);
  rmSync(folder, { recursive: true });
  expect(journal.map(({ type }) => type)).toContain('ActivityRejected');
  expect(published.map((each) => each['detail-type'])).toEqual(journal.map(({ type }) => type));
  expect(published.map(({ detail }) => JSON.parse(detail.event) as unknown)).toEqual(journal);
  expect(published.map(({ detail }) => Number(detail.version))).toEqual(journal.map((_, index) => index + 1));
  expect(published[0]).toMatchObject({
    source: 'perennial',
    detail: { licenceId, date: '2026-01-01', type: 'LicenceRegistered' },
  });
});
