import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { mailKey } from '../../adapters/dynamodb/mails/mail-item.ts';
import { ExecutionReader } from '../../adapters/stepfunctions/execution-reader.ts';
import { ExecutionStarter } from '../../adapters/stepfunctions/execution-starter.ts';
import { registerLicence } from '../../app/commands/register-licence.ts';
import type { MailingDependencies } from '../../app/mailing/deliver.ts';
import { openMailing } from '../../app/mailing/mailing-dependencies.ts';
import { connect } from '../../client/deployment/connect.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { outputNamed } from '../../client/deployment/output-named.ts';
import { settingsOf } from '../../client/deployment/settings-of.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { mailTags } from '../../contracts/delivery/mail.ts';
import { nextDueOn } from '../../domain/agenda.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import { noonIn } from '../../domain/time/instant.ts';
import { Mailbox } from '../../local/ses/mailbox.ts';
import { ExecutionLog } from '../../local/stepfunctions/api/execution-log.ts';
import { accountAt, sdkEnvironment } from '../../local/shared/account.ts';
import { smartertoolsMaintenance as plan } from '../../plans/smartertools-maintenance.ts';
import { factsOf, Play } from '../support/application/play.ts';

/** How often `perennial local` is killed; `npm run test:kill` does it 20 times. */
const kills = Number(process.env['KILLS'] ?? 2);
const count = 24;
const ids = Array.from({ length: count }, (_, index) => `K-${index + 1}`);
/** In eight groups, so that something is due on 24 days: enough for twenty kills. */
const ends = [
  '2026-06-30',
  '2026-07-31',
  '2026-08-31',
  '2026-09-30',
  '2026-10-31',
  '2026-11-30',
  '2026-12-31',
  '2027-01-31',
];
const written = (licenceId: string) => {
  return {
    licenceId,
    registeredOn: '2026-03-01',
    coverEnds: ends[ids.indexOf(licenceId) % ends.length] ?? '',
  };
};

const data = mkdtempSync(join(tmpdir(), 'perennial-kill-'));
let local: ChildProcess;
let port: number;
let deployment: Deployment;
let post: MailingDependencies;

beforeAll(async () => {
  port = await freePort();
  Object.assign(process.env, sdkEnvironment(accountAt(`http://127.0.0.1:${port}`)));
  await startLocal();
  deployment = await connect();
  post = openMailing(documentClient(), settingsOf(deployment.outputs));
  const customer = { name: 'Jane Roe Ltd', kind: 'end-user', country: 'US', locale: 'en-US' };
  for (const [index, licenceId] of ids.entries()) {
    const customerId = `C-${index + 1}`;
    const email = `${customerId.toLowerCase()}@customer.example`;
    await post.customers.put(customerSchema.parse({ ...customer, customerId, email }));
    await registerLicence(post.licences, { ...factsOf(plan, written(licenceId)), customerId });
  }
}, 300_000);
afterAll(async () => {
  await kill();
  rmSync(data, { recursive: true, force: true });
});

async function startLocal(): Promise<void> {
  local = spawn(process.execPath, ['bin/perennial.ts', 'local', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  local.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('Ctrl-C')) {
    if (local.exitCode !== null) throw new Error(`perennial local ended: ${printed}`);
    await pause(20);
  }
}

async function kill(): Promise<void> {
  if (local.exitCode !== null || local.signalCode !== null) return;
  const ended = once(local, 'exit');
  local.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

/** The day on which the next thing is due for any licence. */
async function nextDay(): Promise<CivilDate> {
  const views = await Promise.all(ids.map((id) => deployment.licence(id)));
  const days = views.flatMap(({ licence }) => nextDueOn(plan, licence) ?? []);
  const [day] = days.toSorted();
  if (day === undefined) throw new Error('nothing is due any more');
  return day;
}

/** Starts the run of a day, also where it was started before and its process was killed. */
async function startRun(day: CivilDate): Promise<string> {
  const input = { planId: plan.id, scheduledTime: noonIn(plan.timeZone, day) };
  return new ExecutionStarter().start(outputNamed(deployment.outputs, outputs.stateMachine), day, input);
}

async function ended(arn: string): Promise<string> {
  const { status } = await new ExecutionReader().ended(arn, 50, new AbortController().signal);
  return status;
}

/** Whether the process that was killed last had not ended an execution. Asked before the next one starts. */
function wasInMidRun(): boolean {
  const log = new ExecutionLog(join(data, 'executions'));
  const isUnfinished = log.unfinished().length > 0;
  log.close();
  return isUnfinished;
}

/** The lease of a mail whose sender was killed ends, and an hour goes by. */
async function letAnHourPass(): Promise<void> {
  for (const licenceId of ids) {
    for (const mail of await deployment.mails(licenceId)) {
      if (mail.status !== 'sending' && mail.status !== 'unknown') continue;
      await documentClient().send(
        new UpdateCommand({
          TableName: deployment.outputs[outputs.licencesTable],
          Key: mailKey(mail),
          UpdateExpression: mail.status === 'sending' ? 'SET leaseUntil = :then' : 'SET unknownSince = :then',
          ExpressionAttributeValues: { ':then': 1 },
        }),
      );
    }
  }
}

test(`killed ${kills} times, mostly in mid-run, everything comes out as if nothing had happened`, async () => {
  let day = await nextDay();
  const began = performance.now();
  expect(await ended(await startRun(day))).toBe('SUCCEEDED');
  // Within this time of its start a run is killed. The first takes longer than others.
  let within = 0.5 * (performance.now() - began);
  let inMidRun = 0;
  let isAgain = false;
  day = await nextDay();
  for (let killed = 0; killed < kills; killed += 1) {
    const arn = await startRun(day);
    await pause(Math.random() * within);
    await kill();
    const wasRunning = wasInMidRun();
    await startLocal();
    if (wasRunning) inMidRun += 1;
    else within *= 0.7;
    // What was running goes on; every other time it is killed again before its end.
    isAgain = wasRunning && !isAgain;
    if (isAgain) continue;
    expect(await ended(arn)).toBe('SUCCEEDED');
    day = await nextDay();
  }
  expect(inMidRun).toBeGreaterThanOrEqual(kills / 2);
  expect(await ended(await startRun(day))).toBe('SUCCEEDED');
  await letAnHourPass();
  // What that run found unknown, it has left to the run of the next day.
  const last = addDays(day, 1);
  expect(await ended(await startRun(last))).toBe('SUCCEEDED');

  const sent = new Mailbox(join(data, 'mail')).list().map(({ tags }) => tags[mailTags.mail]);
  for (const licenceId of ids) {
    const { parked } = await deployment.licence(licenceId);
    expect(parked).toBeUndefined();
    const types = (await deployment.events(licenceId)).map(({ type }) => type);
    const [ofRecovery, ofRules] = [
      types.filter((type) => type === 'MailSentAgain' || type === 'MailHeld'),
      types.filter((type) => type !== 'MailSentAgain' && type !== 'MailHeld'),
    ];
    const { events: expected } = new Play(plan, written(licenceId)).until(last);
    expect(ofRules).toEqual(expected.map(({ type }) => type));
    const mails = await deployment.mails(licenceId);
    const again = ofRecovery.filter((type) => type === 'MailSentAgain').length;
    const times = mails.map(({ mailId }) => sent.filter((id) => id === mailId).length);
    // None is lost, and none is sent twice of which the journal does not say so.
    expect(mails.filter(({ status }) => status !== 'sent' && status !== 'held')).toEqual([]);
    for (const [index, mail] of mails.entries()) {
      expect(times[index]).toBeGreaterThanOrEqual(mail.status === 'sent' ? 1 : 0);
    }
    expect(times.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(mails.length + again);
  }
}, 1_800_000);
