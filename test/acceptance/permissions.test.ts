import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { licenceKey } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { BatchLine } from '../../contracts/workflow/batch.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { keys } from '../../contracts/deployment/tables.ts';
import { civilDate } from '../../domain/calendar.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import { plans } from '../../plans/index.ts';
import { netjapanMaintenance } from '../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import type { Grant } from '../../local/iam/policies/removal.ts';
import type { PermissionReport } from '../../local/iam/policies/usage.ts';
import { policyKey } from '../../local/iam/policies/principals.ts';
import { readAssembly } from '../../local/assembly/assembly.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { portalSite } from '../support/cli/portal-site.ts';
import { portalVisitor } from '../support/cli/portal-visitor.ts';
import { applyActivity } from '../support/application/apply-activity.ts';
import { synthesiseAsDeployed } from '../support/application/as-deployed.ts';

/** Why some roles may keep what nothing on the embedded cloud needs. */
interface Reason {
  /** Their names in the templates. */
  readonly roles: readonly string[];
  /** Actions and resources. */
  readonly granted: RegExp;
  readonly why: string;
}

const runs = 'PerennialRenewals-WorkflowStateMachineRole';
const updates = 'PerennialRenewals-UpdateWorkflowStateMachineRole';

const reasons: readonly Reason[] = [
  {
    roles: [runs, updates, 'PerennialOperations-DigestRole'],
    granted: /^lambda:InvokeFunction .*:\*$/,
    why: 'CDK grants the versions of a function together with the function',
  },
  {
    roles: [runs],
    granted: /^lambda:InvokeFunction .*recordfailure/,
    why: 'only a batch whose function dies goes there',
  },
  {
    roles: ['PerennialRenewals-StepscollectdueRole', 'PerennialRenewals-StepspublishupdateRole'],
    granted: /^s3:AbortMultipartUpload .*\/worklists\/\*$/,
    why: 'only a worklist whose writing breaks off is given up',
  },
  {
    roles: [runs, updates],
    granted: /^s3:(AbortMultipartUpload|ListMultipartUploadParts) [^/]*worklists[^/]*\/\*$/,
    why: 'Step Functions asks for it to write the results of a map in parts',
  },
  {
    roles: [runs, updates],
    granted: /^states:(DescribeExecution|StopExecution|RedriveExecution) /,
    why: 'Step Functions asks for it to run a distributed map',
  },
  {
    roles: [
      'PerennialRenewals-JournalPipeRole',
      'PerennialRenewals-SchedulesRole',
      'PerennialOperations-DigestRole',
    ],
    granted: /^sqs:SendMessage .*Undelivered/,
    why: 'only a schedule that cannot call its target and a pipe that cannot put an event write there',
  },
  {
    roles: ['PerennialRenewals-JournalPipeRole'],
    granted: /^logs:\w+ .*vendedlogs\/pipes/,
    why: 'a pipe writes to its log when it fails only',
  },
  {
    roles: ['PerennialRenewals-OperatorLambdaRole'],
    granted: /^s3:DeleteObjectVersion .*documents/,
    why: 'the S3 of the embedded cloud keeps no versions of documents',
  },
  {
    roles: ['PerennialOperations-DigestLambdaRole'],
    granted: /^dynamodb:DeleteItem .*Runs/,
    why: 'only a digest that could not be published is given back',
  },
];

/** What is granted and has no reason, and reasons that explain nothing that a role is granted. */
function judged(unused: PermissionReport['unused']) {
  const named = unused.map((grant) => ({ ...grant, role: grant.role.replace(/[0-9A-F]{8}$/, '') }));
  const explains = ({ granted }: Reason, role: string, grant: Grant): boolean =>
    grant.role === role && granted.test(`${grant.action} ${grant.resource}`);
  const unexplained = named.filter(
    (grant) => !reasons.some((reason) => reason.roles.some((role) => explains(reason, role, grant))),
  );
  const needless = reasons.flatMap((reason) =>
    reason.roles
      .filter((role) => !named.some((grant) => explains(reason, role, grant)))
      .map((role) => `${reason.why}: ${role}`),
  );
  return { unexplained, needless };
}

let operator: Operator;
beforeAll(async () => {
  // All functions are called here: those that are deployed, whose bundles are others than those of this machine.
  operator = await openOperator(await synthesiseAsDeployed());
}, 300_000);
afterAll(() => operator.stop());

const today = civilDate('2026-01-30');

async function customer(customerId: string, email: string, more: object = {}): Promise<void> {
  await operator.post.customers.put(
    customerSchema.parse({
      customerId,
      name: 'Jane Roe Ltd',
      kind: 'end-user',
      email,
      country: 'GB',
      locale: 'en-GB',
      ...more,
    }),
  );
}

/** The name of the function of a step, as the state machine calls it. */
async function functionOf(step: string, machine: string = outputs.stateMachine): Promise<string> {
  const stateMachineArn = operator.cloud.outputs[machine];
  const { definition = '' } = await new SFNClient().send(
    new DescribeStateMachineCommand({ stateMachineArn }),
  );
  const name = new RegExp(`function:([\\w-]*Steps${step}Function\\w*)`).exec(definition)?.[1];
  if (name === undefined) throw new Error(`no step ${step}`);
  return name;
}

async function call(
  FunctionName: string,
  payload: object,
  InvocationType: 'Event' | 'RequestResponse' = 'RequestResponse',
) {
  const answer = await new LambdaClient().send(
    new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(payload)), InvocationType }),
  );
  return { failed: answer.FunctionError !== undefined, said: Buffer.from(answer.Payload ?? []).toString() };
}

/** The functions that are called by events and schedules, which have a queue for what they fail on. */
function calledLater(): string[] {
  return readAssembly(operator.assembly).flatMap(({ name, template }) =>
    Object.values(template.Resources)
      .filter(({ Type }) => Type === 'AWS::Lambda::EventInvokeConfig')
      .map(({ Properties }) => `${name}-${(Properties['FunctionName'] as { Ref: string }).Ref}`),
  );
}

/** The function that takes the reports of SES from their queue. */
function feedbackFunction(): string {
  for (const { name, template } of readAssembly(operator.assembly))
    for (const { Type, Properties } of Object.values(template.Resources))
      if (Type === 'AWS::Lambda::EventSourceMapping')
        return `${name}-${(Properties['FunctionName'] as { Ref: string }).Ref}`;
  throw new Error('no function takes messages of a queue');
}

async function setAttribute(licenceId: string, name: string, value: string): Promise<void> {
  await documentClient().send(
    new UpdateCommand({
      TableName: operator.cloud.outputs[outputs.licencesTable],
      Key: licenceKey(licenceId),
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
}

async function pay(detail: object): Promise<void> {
  await new EventBridgeClient().send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: operator.cloud.outputs[outputs.eventBus],
          Source: 'shop.example',
          DetailType: 'PaymentReceived',
          Time: new Date('2026-01-30T12:00:00Z'),
          Detail: JSON.stringify(detail),
        },
      ],
    }),
  );
}

/** Gives a command as somebody who has the operators' policy and no other; it succeeds. */
async function asOperator(day: string, args: readonly string[]): Promise<void> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', policyKey('PerennialOperators-us-east-1'));
  try {
    const { status, err } = await operator.on(day, args);
    expect({ args, status, err }).toMatchObject({ status: 0 });
  } finally {
    vi.unstubAllEnvs();
  }
}

/** A backup of the first customer and an update is restored once the customer is gone. */
async function playBackup(): Promise<void> {
  const documents = documentClient();
  const { [outputs.updatesTable]: updates, [outputs.customersTable]: customers } = operator.cloud.outputs;
  const update = { planId: vtubeLaserSmp.id, product: 'VTube', version: '25.1', publishedOn: today };
  await documents.send(new PutCommand({ TableName: updates, Item: { ...update, update: 'VTube#25.1' } }));
  const folder = join(operator.folder, 'backup');
  await asOperator(today, ['export', '--out', folder]);
  await documents.send(new DeleteCommand({ TableName: customers, Key: { customerId: 'C-1' } }));
  await asOperator(today, ['restore', folder, '--yes']);
  expect(await operator.post.customers.get('C-1')).toBeDefined();
}

/** What operators have done: every vendor writes to somebody, an offer is sent again, and a mail that was held. */
async function playOperators(gone: string): Promise<void> {
  const cover = { coverEnds: '2026-12-31' };
  await asOperator(today, ['import', 'samples/five-plans', '--date', '2025-12-01', '--yes']);
  await asOperator(today, ['import', 'samples/five-plans', '--date', '2025-12-01', '--yes']);
  for (const plan of plans) {
    const licenceId = await operator.licence(plan, { ...cover, country: 'NZ' });
    await asOperator(today, ['cancel', licenceId, '--yes']);
  }
  await mergeCustomers();
  await eraseFormerCustomer();
  const offered = await operator.licence(netjapanMaintenance, cover);
  await asOperator(today, ['quote', offered, '--yes']);
  await asOperator(today, ['quote', offered, '--yes']);
  const updated = await operator.licence(vtubeLaserSmp, cover);
  await asOperator(today, ['updates', 'password', updated, '26.1', '--yes']);
  const bank = join(operator.folder, 'bank.csv');
  writeFileSync(bank, `valueDate,amount,currency,reference\n${today},12.00,EUR,flowers\n`);
  await asOperator(today, ['payments', 'import', bank, '--yes']);
  await customer('C-GONE', 'jane@customer.example');
  const held = (await operator.post.mails.mails(gone)).find(({ status }) => status === 'held');
  await asOperator(today, ['mails', 'send', gone, held?.mailId ?? '', '--yes']);
}

/** Two records of one customer, one of which has a licence and the other a history. */
async function mergeCustomers(): Promise<void> {
  for (const id of ['C-TWIN', 'C-STAYS']) await customer(id, 'twin@customer.example');
  await operator.licence(netjapanMaintenance, { customerId: 'C-TWIN', coverEnds: '2026-12-31' });
  await asOperator(today, ['customer', 'edit', 'C-TWIN', 'discountPercent=5', '--yes']);
  await asOperator(today, ['customer', 'note', 'C-TWIN', 'called', '--yes']);
  await asOperator(today, ['customer', 'merge', 'C-TWIN', 'C-STAYS', '--into', 'C-STAYS', '--yes']);
}

/** A quote that nobody took, in the archive, of a customer whose subscription is over. */
async function eraseFormerCustomer(): Promise<void> {
  await customer('C-LEFT', 'left@customer.example');
  const licenceId = await operator.licence(netjapanMaintenance, {
    customerId: 'C-LEFT',
    coverEnds: '2025-12-31',
    registeredOn: today,
  });
  await asOperator(today, ['note', licenceId, 'called', '--yes']);
  await asOperator(today, ['quote', licenceId, '--yes']);
  await asOperator(today, ['customer', 'erase', 'C-LEFT', '--yes']);
}

/** What a day does to licences: offers, a bounce, a complaint, a failure, a mail nobody knows the fate of. */
async function playRuns(): Promise<{
  readonly offered: string;
  readonly gone: string;
  readonly shared: string;
}> {
  const { cloud } = operator;
  await customer('C-BOUNCES', 'bounce@simulator.amazonses.com', {
    billingEmail: 'bills@customer.example',
  });
  await customer('C-COMPLAINS', 'complaint@simulator.amazonses.com');
  await customer('C-GONE', 'bounce@simulator.amazonses.com');
  const quoted = { coverEnds: '2026-03-31' };
  const offered = await operator.licence(netjapanMaintenance, quoted);
  await operator.licence(netjapanMaintenance, { ...quoted, customerId: 'C-BOUNCES' });
  await operator.licence(netjapanMaintenance, { ...quoted, customerId: 'C-COMPLAINS' });
  const gone = await operator.licence(netjapanMaintenance, { ...quoted, customerId: 'C-GONE' });
  await customer('C-TOGETHER', 'together@customer.example', { together: true });
  const together = { ...quoted, customerId: 'C-TOGETHER', together: true };
  const shared = await operator.licence(netjapanMaintenance, together);
  await operator.licence(netjapanMaintenance, together);
  const broken = await operator.licence(netjapanMaintenance, quoted);
  const early = await operator.licence(netjapanMaintenance, { coverEnds: '2026-12-31' });
  // As if the plan had been edited since.
  await setAttribute(early, keys.dueOn, today);
  // Each vendor writes to somebody.
  await operator.licence(smartertoolsMaintenance, { coverEnds: '2026-03-01' });
  await operator.licence(smartNetUserGroup, { country: 'NZ', installedOn: '2026-01-20' });
  await operator.licence(videoSma, { coverEnds: '2026-03-01' });
  const mend = await operator.poison(broken);
  let isFirst = true;
  cloud.treatMails(({ destinations }) => {
    if (!isFirst || !destinations.includes('jane@customer.example')) return {};
    isFirst = false;
    return { fault: 'cut off after sending', loseFeedback: true };
  });
  await cloud.fireSchedules(today);
  await mend();
  // Its only address takes no mail by now.
  await operator.licence(netjapanMaintenance, { ...quoted, customerId: 'C-GONE' });
  await asOperator(today, ['run', netjapanMaintenance.id, '--again', '--yes']);
  const again = await operator.poison(offered);
  await operator.on('2026-02-27', ['run', netjapanMaintenance.id, '--yes']);
  await again();
  await asOperator('2026-02-27', ['retry', netjapanMaintenance.id, '--yes']);
  return { offered, gone, shared };
}

/** A licence is due after its run, which recorded no failure: the summary looks for it in worklist and results. */
async function summariseWhatIsLeft(): Promise<void> {
  const left = await operator.licence(netjapanMaintenance, { coverEnds: '2026-05-31' });
  const on = '2026-04-01';
  await setAttribute(left, keys.dueOn, on);
  const listed: BatchLine = { licences: [{ licenceId: left, customerId: 'C-1' }] };
  const Bucket = operator.cloud.outputs[outputs.worklistBucket] ?? '';
  const put = (Key: string, Body: string) =>
    new S3Client({ forcePathStyle: true }).send(new PutObjectCommand({ Bucket, Key, Body }));
  await put('worklists/left.jsonl', `${JSON.stringify(listed)}\n`);
  await put('results/left/manifest.json', JSON.stringify({ ResultFiles: { SUCCEEDED: [], FAILED: [] } }));
  const { failed, said } = await call(await functionOf('summarise'), {
    planId: netjapanMaintenance.id,
    today: on,
    execution: 'left',
    isExtra: true,
    due: 1,
    worklist: { bucket: Bucket, key: 'worklists/left.jsonl' },
    results: { ResultWriterDetails: { Bucket, Key: 'results/left/manifest.json' } },
  });
  expect([failed, said]).toEqual([false, expect.stringContaining(left)]);
}

/** A licence breaks a function in the middle of its batch: the function parks it, or the step for failures does. */
async function playFailures(): Promise<void> {
  const parkedBy = async (step: string, more: (licenceId: string) => object): Promise<void> => {
    const licenceId = await operator.licence(netjapanMaintenance, { coverEnds: '2026-03-31' });
    const mend = await operator.poison(licenceId);
    const licences = [{ licenceId, customerId: 'C-1' }];
    const batch = { planId: netjapanMaintenance.id, today, execution: 'broken', licences };
    const { failed, said } = await call(await functionOf(step), { ...batch, ...more(licenceId) });
    expect([failed, said]).toEqual([false, expect.any(String)]);
    await mend();
    expect((await operator.post.licences.load(licenceId))?.parked).toBeDefined();
  };
  await parkedBy('act', (id) => ({ next: 'quote', todo: [{ step: 'quote', licenceIds: [id] }] }));
  await parkedBy('recordfailure', () => ({ error: { Error: 'Runtime.OutOfMemory' } }));
}

/** SES gives up to deliver a bill. */
async function playSoftBounce(): Promise<void> {
  const licenceId = await operator.licence(videoSma, { coverEnds: today });
  await operator.on('2026-01-31', ['run', videoSma.id, '--yes']);
  const bill = (await operator.post.mails.mails(licenceId)).find(({ kind }) => kind === 'invoice');
  const timestamp = '2026-02-01T02:00:00Z';
  const tags = { mail: [bill?.mailId], attempt: ['1'] };
  const detail = {
    eventType: 'Bounce',
    mail: { timestamp, messageId: 'ses-1', tags },
    bounce: { timestamp, bounceType: 'Transient', bouncedRecipients: [] },
  };
  const Records = [{ messageId: 'message-1', body: JSON.stringify({ detail }) }];
  const { failed, said } = await call(feedbackFunction(), { Records });
  expect([failed, said]).toEqual([false, '{"batchItemFailures":[]}']);
}

/** @param shared a licence that shares a quote with another */
async function playPayments(shared: string): Promise<void> {
  const licenceId = await operator.licence(smartNetUserGroup, { country: 'NZ', coverEnds: '2026-12-31' });
  const amount = { amount: 552_00, currency: 'NZD' };
  await pay({ paymentId: 'PAY-1', licenceId, amount });
  await pay({ paymentId: 'PAY-1', licenceId, amount });
  await pay({ paymentId: 'PAY-2', licenceId: 'NOBODY', amount });
  await pay({ paymentId: 'PAY-4', licenceId: 'SNUG-2020-00001', amount });
  const [quote] = (await operator.post.licences.loadWithHistory(shared))?.history.documents ?? [];
  const inDollars = { amount: 10_00, currency: netjapanMaintenance.currency };
  await pay({ paymentId: 'PAY-5', licenceId: quote?.number, amount: inDollars });
  const mend = await operator.poison(licenceId);
  await pay({ paymentId: 'PAY-3', licenceId, amount });
  await mend();
}

async function playUpdates(): Promise<void> {
  const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-12-31' });
  const publish = ['--plan', vtubeLaserSmp.id, '--product', 'VTube-LASER', '--version', '26.1', '--yes'];
  await asOperator(today, ['updates', 'publish', ...publish]);
  await applyActivity(
    operator.post.licences,
    licenceId,
    { on: today, activity: 'request-password', version: '26.1' },
    today,
  );
  await asOperator('2026-02-27', ['run', vtubeLaserSmp.id, '--yes']);
  // A Sunday's run corrects due days that are stored wrong.
  await setAttribute(licenceId, 'dueOn', '2099-12-31');
  await operator.on('2026-03-01', ['run', vtubeLaserSmp.id, '--yes']);
}

/** Follows the link in an offer, stops all mails of its customer, and the copies of its partner. */
async function stopByLink(licenceId: string): Promise<void> {
  const mail = operator.cloud.mails().find(({ tags }) => tags['mail']?.startsWith(`${licenceId}-0`));
  const link =
    /^List-Unsubscribe: <([^>]+)>/m.exec(
      readFileSync(mail?.file ?? '', 'latin1').replaceAll(/\r?\n[ \t]+/g, ''),
    )?.[1] ?? '';
  operator.cloud.clock.set('2026-02-27T12:00:00Z');
  const { customerId = '' } = (await operator.post.licences.load(licenceId))?.licence.facts ?? {};
  const owner = await operator.post.customers.get(customerId);
  if (owner === undefined) throw new Error(`no customer ${customerId}`);
  await customer('C-PARTNER', 'partner@customer.example');
  await operator.post.customers.put({ ...owner, partnerId: 'C-PARTNER' });
  for (const choice of ['stop-customer', 'stop-copies']) {
    const body = new URLSearchParams({ do: choice });
    expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
  }
}

/** Asks for a link to the customer's page, enters by it and leaves. */
async function visitPage(): Promise<void> {
  const { ask, post, linksTo } = portalVisitor(operator.cloud);
  await post('/sign-in', { address: 'jane@customer.example' });
  const [link = ''] = await linksTo('jane@customer.example');
  expect((await ask(link)).headers.get('location')).toBe('/licences');
  await ask('/licences');
  await post('/sign-out');
}

/** Does by the API of the page what takes all that its function may. */
async function visitSite(): Promise<void> {
  const day = '2026-02-27';
  operator.cloud.clock.set(`${day}T12:00:00Z`);
  const { ask, did } = portalSite(operator.cloud, 'jane@customer.example');
  const cover = { registeredOn: '2026-01-01', coverEnds: '2026-12-31' };
  const licenceId = await operator.licence(netjapanMaintenance, cover);
  const { quote } = await did('C-1', 'request-quote', { licenceId });
  await did('C-1', 'accept-quote', { number: quote, years: 1, by: 'Jane Roe' });
  expect((await ask(`/customers/C-1/documents/${String(quote)}/pdf`)).status).toBe(200);
  await operator.on(day, ['payment', licenceId, '--yes']);
  const updated = await operator.licence(vtubeLaserSmp, { ...cover, product: 'VTube-LASER' });
  await did('C-1', 'request-password', { licenceId: updated, version: '26.1' });
  for (const plan of [videoSma, smartNetUserGroup]) {
    const renewing = await operator.licence(plan, cover);
    await did('C-1', 'cancel-renewal', { licenceId: renewing, endsOn: cover.coverEnds });
  }
  const supported = await operator.licence(smartertoolsMaintenance, cover);
  await did('C-1', 'open-ticket', { licenceId: supported, emergency: false });
  await did('C-1', 'edit-details', { set: { alsoEmail: ['other@customer.example'] } });
  await did('C-1', 'edit-details', { set: {}, clear: ['alsoEmail'] });
  await did('C-1', 'stop-mails', {});
  expect((await ask('/customers/C-1/export')).status).toBe(200);
  const asPartner = { 'perennial-role': 'partner' };
  expect((await ask('/customers/C-PARTNER/licences', undefined, asPartner)).status).toBe(200);
}

/** An offer waits as the account cannot send: the page sends it, with the link in it that stops such mails. */
async function sendWhatWaits(): Promise<void> {
  const day = '2026-02-27';
  const { cloud, post } = operator;
  await customer('C-WAITS', 'waits@customer.example');
  const cover = { customerId: 'C-WAITS', registeredOn: '2026-01-01', coverEnds: '2026-03-31' };
  const licenceId = await operator.licence(netjapanMaintenance, cover);
  cloud.setMailAccount({ isPaused: true });
  await operator.on(day, ['run', netjapanMaintenance.id, '--again', '--yes']);
  cloud.setMailAccount({});
  const statuses = async () => (await post.mails.mails(licenceId)).map(({ status }) => status);
  expect(await statuses()).toContain('pending');
  await portalSite(cloud, 'waits@customer.example').did('C-WAITS', 'request-quote', { licenceId });
  expect(new Set(await statuses())).toEqual(new Set(['sent']));
}

test('what will be deployed has been checked', () => {
  expect(existsSync(join(operator.assembly, 'validation-report.json'))).toBe(true);
});

test('what roles are granted is what they need, and nothing is denied to them', async () => {
  await playBackup();
  const { offered, gone, shared } = await playRuns();
  await summariseWhatIsLeft();
  await playFailures();
  await playSoftBounce();
  await playPayments(shared);
  await playUpdates();
  await playOperators(gone);
  await stopByLink(offered);
  await visitPage();
  await visitSite();
  await sendWhatWaits();
  for (const licenceId of [offered, 'SNUG-2026-99999'])
    await call(operator.cloud.outputs[outputs.entitlementsFunction] ?? '', { licenceId });
  await operator.cloud.fireFunctionSchedules('2026-04-01');
  await operator.cloud.fireFunctionSchedules('2026-04-01');
  for (const name of calledLater()) await call(name, { nothing: 'that it understands' }, 'Event');
  const { unused, denied } = operator.cloud.permissions();
  expect(denied).toEqual([]);
  expect(judged(unused)).toEqual({ unexplained: [], needless: [] });
}, 300_000);
