import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { UndeliveredMails } from '../../../adapters/dynamodb/runs/undelivered-mails.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { senderDomain } from '../../../domain/plan/sender.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let queue = '';
beforeAll(async () => {
  operator = await openOperator();
  const { QueueUrl = '' } = await new SQSClient({ useQueueUrlAsEndpoint: false }).send(
    new CreateQueueCommand({ QueueName: 'operators' }),
  );
  queue = QueueUrl;
  const TopicArn = operator.cloud.outputs[outputs.confirmAlarms];
  const Endpoint = (TopicArn ?? '').replace(/:sns:(.*):[^:]*$/, ':sqs:$1:operators');
  await new SNSClient().send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
}, 300_000);
afterAll(() => operator.stop());

async function run(planId: string, ...days: readonly string[]): Promise<void> {
  for (const day of days) await operator.on('2026-05-20', ['run', planId, '--date', day, '--yes']);
}

/** What operators have got since they last looked. */
async function read(): Promise<{ Subject: string; Message: string }[]> {
  const { Messages = [] } = await new SQSClient({ useQueueUrlAsEndpoint: false }).send(
    new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body = '' }) => JSON.parse(Body) as { Subject: string; Message: string });
}

/** Nothing can read such a licence. */
async function spoil(licenceId: string): Promise<void> {
  await documentClient().send(
    new UpdateCommand({
      TableName: operator.cloud.outputs[outputs.licencesTable],
      Key: { licenceId, record: 'LICENCE' },
      UpdateExpression: 'SET version = :none',
      ExpressionAttributeValues: { ':none': 'none' },
    }),
  );
}

const itemOf = (time: string) => ({ planId: '#digest', run: time });
const runsTable = () => operator.cloud.outputs[outputs.runsTable];

test('the digest says what failed, is unknown, was missed and lapses soon, with names and amounts, and goes out once', async () => {
  const broken = await operator.licence(videoSma, { coverEnds: '2026-05-20', product: 'Video Wall' });
  await spoil(broken);
  const quoted = await operator.licence(netjapanMaintenance, { coverEnds: '2026-06-10' });
  const cancelled = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-15' });
  await operator.on('2026-05-17', ['cancel', cancelled, '--yes']);
  await operator.on('2026-05-17', ['payment', quoted, '50.00', '--yes']);
  const unasked = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-17' });
  await operator.licence(vtubeLaserSmp, { coverEnds: '2026-08-31' });
  operator.cloud.treatMails(() => ({ fault: 'cut off after sending', loseFeedback: true }));
  await run(netjapanMaintenance.id, '2026-05-20');
  operator.cloud.treatMails(() => ({}));
  await run(videoSma.id, '2026-05-20');
  await run(vtubeLaserSmp.id, '2026-05-18', '2026-05-20');
  await run('smart-net-user-group', '2026-05-19');
  const bank = join(operator.folder, 'bank.csv');
  writeFileSync(bank, 'valueDate,amount,currency,reference\n2026-05-18,12.00,EUR,flowers\n');
  await operator.on('2026-05-20', ['payments', 'import', bank, '--yes']);

  const [outcome] = await operator.cloud.fireFunctionSchedules('2026-05-20');
  expect(outcome).toEqual({ payload: expect.stringContaining('sent') as string });
  const [digest, ...others] = await read();
  expect(others).toEqual([]);
  expect(digest?.Subject).toBe('Perennial 2026-05-20: 1 licence failed, 1 plan did not run');
  expect(digest?.Message.split('\n')).toEqual([
    'The last run of each plan, as of 2026-05-20T16:00:00Z',
    '',
    'smart-net-user-group, 2026-05-20: did not run',
    '  days of this week without a run: 2026-05-20',
    'netjapan-maintenance, 2026-05-20: 1 due, 1 done, 0 failed',
    '  mail that may or may not have gone out: 2',
    'vtube-laser-smp, 2026-05-20: nothing was due',
    '  days of this week without a run: 2026-05-19',
    'smartertools-maintenance, 2026-05-20: has not run yet',
    'video-sma, 2026-05-20: 1 due, 0 done, 1 failed',
    `  failed: ${broken} (Jane Roe Ltd, Video Wall)`,
    '',
    'Licences that lapse within 30 days if nobody acts, and what they would have to pay to go on',
    '',
    'smart-net-user-group: none',
    'netjapan-maintenance: 1 licence, GBP 150.00',
    'vtube-laser-smp: 2 licences, USD 1200.00',
    'smartertools-maintenance: none',
    'video-sma: none',
    '',
    `  2026-06-11  ${quoted}  Jane Roe Ltd  netjapan-maintenance  not-renewed  GBP 150.00`,
    `  2026-06-16  ${cancelled}  Jane Roe Ltd  vtube-laser-smp  cancelled  USD 0.00`,
    `  2026-06-18  ${unasked}  Jane Roe Ltd  vtube-laser-smp  not-renewed  USD 1200.00`,
    '',
    '1 payment waits to be assigned to a licence: npx perennial payments list --unmatched',
    '',
    'To see a licence: npx perennial licence show LICENCE',
    'What to do about what failed or was missed: docs/runbook.md',
    '',
  ]);

  const again = await operator.cloud.fireFunctionSchedules('2026-05-20');
  expect(again).toEqual([{ payload: expect.stringContaining('was sent before') as string }]);
  expect(await read()).toEqual([]);
}, 300_000);

test('a digest that was cut off while it was sent is not sent again: the function fails, and the alarm rings', async () => {
  const documents = documentClient();
  const Key = itemOf('2026-05-21T16:00:00Z');
  await documents.send(new PutCommand({ TableName: runsTable(), Item: { ...Key, status: 'sending' } }));
  const [outcome] = await operator.cloud.fireFunctionSchedules('2026-05-21');
  expect(outcome).toMatchObject({
    error: { errorMessage: expect.stringContaining('may have gone out') as string },
  });
  expect(await read()).toEqual([]);
  await documents.send(new DeleteCommand({ TableName: runsTable(), Key }));
  await operator.cloud.fireFunctionSchedules('2026-05-21');
  expect(await read()).toHaveLength(1);
}, 300_000);

test('a licence that cannot be read is named, and keeps nothing else from the operators', async () => {
  const broken = await operator.licence(netjapanMaintenance, { coverEnds: '2026-06-10' });
  await spoil(broken);
  await operator.cloud.fireFunctionSchedules('2026-05-22');
  const [digest] = await read();
  expect(digest?.Message).toMatch(
    new RegExp(`^netjapan-maintenance: .*there may be more: licence ${broken} in`, 'm'),
  );
  expect(digest?.Message).toContain('vtube-laser-smp: ');
}, 300_000);

test('bills that did not arrive are listed for a week, with the name of the customer', async () => {
  const undelivered = new UndeliveredMails(documentClient(), { [environment.runsTable]: runsTable() });
  const bill = { licenceId: 'SMA-1', customerId: 'C-1', mailId: 'SMA-1-00000003-invoice', kind: 'invoice' };
  await undelivered.note({ on: civilDate('2026-05-16'), ...bill });
  await undelivered.note({ on: civilDate('2026-05-17'), ...bill, licenceId: 'SMA-2' });
  await operator.cloud.fireFunctionSchedules('2026-05-23');
  const [digest] = await read();
  expect(digest?.Message).toContain('of the last seven days that did not arrive');
  expect(digest?.Message).toContain('  2026-05-17  SMA-2  Jane Roe Ltd  invoice');
  expect(digest?.Message).not.toContain('SMA-1 ');
}, 300_000);

test('bills on which SES never reported are listed once, after three days; where all are silent, the digest says why', async () => {
  const bills = async (count: number, coverEnds: string, nextDay: string) => {
    const licences = await Promise.all(
      Array.from({ length: count }, () => operator.licence(videoSma, { coverEnds })),
    );
    for (const day of [coverEnds, nextDay])
      await operator.on(day, ['run', videoSma.id, '--date', day, '--yes']);
    return licences;
  };
  const delivered = await bills(1, '2026-05-31', '2026-06-01');
  operator.cloud.treatMails(() => ({ loseFeedback: true }));
  const silent = await bills(3, '2026-06-02', '2026-06-03');
  operator.cloud.treatMails(() => ({}));
  const digestOf = async (day: string): Promise<string> => {
    await operator.cloud.fireFunctionSchedules(day);
    return (await read()).map(({ Message }) => Message).join();
  };
  const heading =
    'Bills and notices that SES took 3 days ago or earlier without saying since whether they arrived';
  expect(await digestOf('2026-06-04')).not.toContain(heading);

  const message = await digestOf('2026-06-06');
  expect(message).toContain(heading);
  expect(message).toContain('SES has reported on none of the 6 bills and notices of that time');
  expect(message).toContain('npx perennial doctor');
  for (const licenceId of silent) {
    expect(message).toContain(`  2026-06-02  ${licenceId}  Jane Roe Ltd  renewed`);
    expect(message).toMatch(
      new RegExp(`  2026-06-03  ${licenceId}  Jane Roe Ltd  invoice  SMA-2026-\\d{5}$`, 'm'),
    );
  }
  for (const licenceId of delivered) expect(message).not.toContain(`${licenceId}  Jane Roe Ltd  invoice`);

  expect(await digestOf('2026-06-07')).not.toContain(heading);
}, 300_000);

test('a run whose mails wait is in the subject, and in the text with the reason and the remedy', async () => {
  await operator.licence(videoSma, { coverEnds: '2026-07-01' });
  operator.cloud.setMailAccount({ perDay: 0 });
  await operator.on('2026-07-01', ['run', videoSma.id, '--yes']);
  operator.cloud.setMailAccount({});
  await operator.cloud.fireFunctionSchedules('2026-07-01');
  const [digest] = await read();
  expect(digest?.Subject).toMatch(/^Perennial 2026-07-01: .*\bmails wait$/);
  const [, waits, remedy] =
    digest?.Message.split('\n').filter((line) => /^video-sma, |mails|quota/.test(line)) ?? [];
  expect(waits).toBe(
    '  mails wait for the next run: SES takes no mail: Throttling: Daily message quota exceeded',
  );
  expect(remedy).toContain('higher quota');
}, 300_000);

test('a sender whose DKIM is not verified has a line with the remedy, until it is', async () => {
  const domain = senderDomain(videoSma);
  operator.cloud.setMailAccount({ unverified: [domain] });
  await operator.cloud.fireFunctionSchedules('2026-07-02');
  operator.cloud.setMailAccount({});
  const [digest] = await read();
  const lines = digest?.Message.split('\n').filter((line) => line.startsWith('Sender ')) ?? [];
  expect(lines).toEqual([
    expect.stringMatching(
      new RegExp(
        `^Sender ${domain}: not verified yet \\(DKIM PENDING\\)\\. To do: publish the records .* 72 hours`,
      ),
    ),
  ]);
  await operator.cloud.fireFunctionSchedules('2026-07-03');
  const [next] = await read();
  expect(next?.Message).not.toContain('Sender ');
}, 300_000);
