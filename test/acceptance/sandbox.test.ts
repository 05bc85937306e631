import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { perennial } from '../../lib/app.ts';
import { bundleHandlers } from '../../lib/functions/handlers.ts';
import { readAssembly } from '../../local/assembly/assembly.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { roleKey } from '../../local/iam/policies/principals.ts';
import { configuration } from '../../perennial.config.ts';
import { plans } from '../../plans/index.ts';
import { videoSma } from '../../plans/video-sma.ts';

const permitted = 'jane@customer.example';
const folder = mkdtempSync(join(tmpdir(), 'perennial-sandbox-'));
const assembly = join(folder, 'cdk.out');

let cloud: Cloud;
beforeAll(async () => {
  const { dev, prod } = configuration.stages;
  const stages = { prod, dev: { ...dev, mailsOnlyTo: [permitted] } };
  perennial({
    plans,
    handlers: await bundleHandlers({ apart: false }),
    configuration: { ...configuration, stages },
    context: { stage: 'dev' },
    outdir: assembly,
  }).synth();
  cloud = await startCloud({ assembly, data: join(folder, 'data') });
}, 300_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

/** The name of the role of the function that sends the mails of runs. */
function senderRole(): string {
  for (const { name, template } of readAssembly(assembly))
    for (const [id, { Type }] of Object.entries(template.Resources))
      if (Type === 'AWS::IAM::Role' && id.startsWith('Stepsdelivermail')) return `${name}-${id}`;
  throw new Error('no function sends mails');
}

test('in the SES sandbox, stage dev sends to the recipients that it is limited to', async () => {
  cloud.setMailAccount({ isInSandbox: true, verified: [permitted, videoSma.vendor.email] });
  const credentials = { accessKeyId: roleKey(senderRole(), 'sender'), secretAccessKey: 'any' };
  const ses = new SESClient({ endpoint: cloud.endpoint, region: 'us-east-1', credentials });
  const { email } = videoSma.vendor;
  const Data = Buffer.from(`From: Vendor <${email}>\r\nTo: ${permitted}\r\n\r\nHello`);
  const mail = { RawMessage: { Data }, Source: email, Destinations: [permitted] };
  await ses.send(new SendRawEmailCommand(mail));
  expect(cloud.mails().map(({ destinations }) => destinations)).toEqual([[permitted]]);
});
