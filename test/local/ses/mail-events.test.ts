import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cloud } from '../../../local/cloud.ts';
import {
  clientOf,
  functionOf,
  type Resources,
  startTestCloud,
  tempFolder,
  writeAssembly,
} from '../../support/local/assembly.ts';

/** Writes what it gets to a file. */

const listener = `import { appendFileSync } from 'node:fs';
export const handler = async (event) => appendFileSync(process.env.HEARD, JSON.stringify(event) + '\\n');`;
/** Fails twice on every event. */
const stumbler = `import { appendFileSync } from 'node:fs';
let calls = 0;
export const handler = async (event) => {
  calls += 1;
  if (calls % 3 !== 0) throw new Error('not yet');
  appendFileSync(process.env.HEARD, \`\${JSON.stringify(event)}\\n\`);
};`;

const rule = (changes: object = {}): Resources[string] => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    EventPattern: {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': ['renewals'] } } },
    },
    State: 'ENABLED',
    Targets: [{ Id: 'Target0', Arn: { 'Fn::GetAtt': ['Listener', 'Arn'] } }],
    ...changes,
  },
});

const destination = (...types: string[]): Resources[string] => ({
  Type: 'AWS::SES::ConfigurationSetEventDestination',
  Properties: {
    ConfigurationSetName: 'renewals',
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: types,
      EventBridgeDestination: {
        EventBusArn: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default' },
      },
    },
  },
});

const all = destination('send', 'delivery', 'deliveryDelay', 'bounce', 'complaint');

async function cloudWith(resources: Resources, code = listener) {
  const data = tempFolder();
  const assembly = writeAssembly({
    resources: {
      Listener: functionOf('listener', { Environment: { Variables: { HEARD: join(data, 'heard') } } }),
      ...resources,
    },
    handlers: { listener: code },
  });
  return { cloud: await startTestCloud(assembly, data), data };
}

function send(cloud: Cloud, to: readonly string[], configurationSet = 'renewals') {
  const message = `From: renewals@example.com\r\nTo: ${to.join()}\r\nDate: Fri, 30 Jan 2026 12:00:00 +0000\r\n\r\nhello\r\n`;
  return new SESClient({ ...clientOf(cloud), maxAttempts: 1 }).send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(message) },
      Destinations: [...to],
      Tags: [{ Name: 'mail', Value: 'L-1' }],
      ConfigurationSetName: configurationSet,
    }),
  );
}

interface Told {
  readonly 'detail-type': string;
  readonly time: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The events that the function got. */
async function heard({ cloud, data }: { readonly cloud: Cloud; readonly data: string }): Promise<Told[]> {
  await cloud.stop();
  const lines = readFileSync(join(data, 'heard'), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('{"version"')).map((line) => JSON.parse(line) as Told);
}

test('the delivery of a mail is reported to the function of the rule, as EventBridge would', async () => {
  const running = await cloudWith({ Rule: rule(), Destination: all });
  const { MessageId } = await send(running.cloud, ['anna@example.org']);
  const events = await heard(running);
  expect(events.map((event) => event['detail-type'])).toEqual(['Email Sent', 'Email Delivered']);
  expect(events[1]).toMatchObject({
    source: 'aws.ses',
    time: '2026-01-30T12:00:00.000Z',
    detail: {
      eventType: 'Delivery',
      delivery: { timestamp: '2026-01-30T12:00:00.000Z', recipients: ['anna@example.org'] },
      mail: {
        messageId: MessageId,
        destination: ['anna@example.org'],
        tags: { mail: ['L-1'], 'ses:configuration-set': ['renewals'] },
      },
    },
  });
});

test("the addresses of SES's simulator bounce and complain", async () => {
  const running = await cloudWith({ Rule: rule(), Destination: all });
  await send(running.cloud, ['bounce+one@simulator.amazonses.com']);
  await send(running.cloud, ['anna@example.org', 'complaint@simulator.amazonses.com']);
  const events = await heard(running);
  expect(events.map((event) => event['detail-type'])).toEqual([
    'Email Sent',
    'Email Bounced',
    'Email Sent',
    'Email Delivered',
    'Email Complaint Received',
  ]);
  expect(events[1]?.detail['bounce']).toMatchObject({
    bounceType: 'Permanent',
    bouncedRecipients: [{ emailAddress: 'bounce+one@simulator.amazonses.com' }],
  });
  expect(events[4]?.detail['complaint']).toMatchObject({
    complainedRecipients: [{ emailAddress: 'complaint@simulator.amazonses.com' }],
  });
});

test('only subscribed events of the configuration set are reported, and only to rules that match', async () => {
  const silent = rule({ EventPattern: { source: ['aws.s3'] } });
  const off = rule({ State: 'DISABLED' });
  const running = await cloudWith({
    Silent: silent,
    Off: off,
    Rule: rule(),
    Destination: destination('bounce'),
  });
  await send(running.cloud, ['bounce@simulator.amazonses.com'], 'another');
  await send(running.cloud, ['bounce@simulator.amazonses.com']);
  expect((await heard(running)).map((event) => event['detail-type'])).toEqual(['Email Bounced']);
});

test('a function that fails on an event gets it twice more', async () => {
  const running = await cloudWith({ Rule: rule(), Destination: destination('send') }, stumbler);
  await send(running.cloud, ['anna@example.org']);
  expect(await heard(running)).toHaveLength(1);
});

test.each([
  [{ fault: 'throttle' }, 'Throttling', 0, 0],
  [{ fault: 'reject' }, 'MessageRejected', 0, 0],
  [{ fault: 'cut off before sending' }, 'TimeoutError|Error', 0, 0],
  [{ fault: 'cut off after sending' }, 'TimeoutError|Error', 1, 2],
  [{ fault: 'cut off after sending', loseFeedback: true }, 'TimeoutError|Error', 1, 0],
] as const)('SES can be made to fail: %o', async (treatment, error, accepted, told) => {
  const running = await cloudWith({ Rule: rule(), Destination: all });
  running.cloud.treatMails(({ destinations }) => (destinations[0] === 'anna@example.org' ? treatment : {}));
  await expect(send(running.cloud, ['anna@example.org'])).rejects.toMatchObject({
    name: expect.stringMatching(error) as unknown,
  });
  expect(running.cloud.mails()).toHaveLength(accepted);
  await send(running.cloud, ['otto@example.org']);
  expect(await heard(running)).toHaveLength(told + 2);
});

test.each([
  [{ EventPattern: { source: [{ 'anything-but': 'aws.ses' }] } }, 'whether there is a value only'],
  [{ Targets: [{ Id: 'T', Arn: 'arn:aws:sns:us-east-1:000000000000:topic' }] }, 'only functions'],
  [{ EventPattern: undefined, ScheduleExpression: 'rate(1 day)' }, 'EventPattern'],
])('a rule that asks for more than the embedded cloud has is refused: %j', async (changes, message) => {
  await expect(cloudWith({ Rule: rule(changes), Destination: all })).rejects.toThrow(message);
});

test("what a function fails on every time goes to the function's queue, with the reason", async () => {
  const broken = "export const handler = async () => { throw new Error('out of luck'); };";
  const { cloud } = await cloudWith(
    {
      Rule: rule(),
      Destination: destination('send'),
      Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
      Later: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Listener' },
          Qualifier: '$LATEST',
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Lost', 'Arn'] } } },
        },
      },
    },
    broken,
  );
  await send(cloud, ['anna@example.org']);
  const { Messages = [] } = await new SQSClient(clientOf(cloud)).send(
    new ReceiveMessageCommand({ QueueUrl: `${cloud.endpoint}/000000000000/lost` }),
  );
  expect(Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown)).toMatchObject([
    {
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: { 'detail-type': 'Email Sent' },
      responsePayload: { errorMessage: 'out of luck' },
    },
  ]);
});
