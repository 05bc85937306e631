import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { deliverPending, type MailingDependencies } from '../../../app/mailing/deliver.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { HistoryReader } from '../../../adapters/dynamodb/licences/history.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { ExecutionReader } from '../../../adapters/stepfunctions/execution-reader.ts';
import { NoAnswer, Refusal } from '../../../client/operator/errors.ts';
import { OperatorClient } from '../../../client/operator/operator-client.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type Application, openApplication } from '../../support/application/application.ts';
import { janeRoe } from '../../support/application/jane-roe.ts';
import { factsOf } from '../../support/application/play.ts';
import { losingProxy } from '../../support/client/losing-proxy.ts';

const today = '2026-03-02';

let application: Application;
let mailing: MailingDependencies;
let address: string;
let count = 0;
beforeAll(async () => {
  application = await openApplication();
  mailing = openMailing(documentClient(), application.settings);
  address = application.cloud.outputs[outputs.operatorAddress] ?? '';
  application.cloud.clock.set(`${today}T18:00:00Z`);
  await mailing.customers.put(janeRoe);
}, 300_000);
afterAll(() => application.close());

async function licence(plan: Plan, coverEnds = '2026-12-31'): Promise<string> {
  const licenceId = `L-${(count += 1)}`;
  await registerLicence(mailing.licences, factsOf(plan, { licenceId, coverEnds }));
  await deliverPending(mailing, licenceId, civilDate('2026-01-01'), Date.now());
  return licenceId;
}

/** What a client is answered whose first so many answers are lost, and how often it asked. */
async function losing<Answer>(losses: number, ask: (client: OperatorClient) => Promise<Answer>) {
  const proxy = await losingProxy(address, losses);
  try {
    const answer = await ask(new OperatorClient(proxy.address));
    const ids = new Set(proxy.asked.map((body) => (JSON.parse(body) as { requestId: string }).requestId));
    return { answer, asked: proxy.asked.length, ids: ids.size };
  } finally {
    proxy.stop();
  }
}

const typesOf = async (licenceId: string) =>
  (await mailing.licences.events(licenceId)).map(({ type }) => type);

describe('a request whose answer is lost is repeated under its id, and done once', () => {
  test('a command: one payment, one mail, the same answer, and who asked', async () => {
    const licenceId = await licence(netjapanMaintenance);
    const amount = money(100_00, 'GBP');
    const before = application.cloud.mails().length;
    const { answer, asked, ids } = await losing(2, (client) =>
      client.command({ licenceId, command: { activity: 'request-quote' } }),
    );
    expect([asked, ids]).toEqual([3, 1]);
    expect(answer).toMatchObject({ outcome: 'accepted', events: [{ type: 'QuoteIssued', date: today }] });
    expect(answer.mails).toEqual([expect.objectContaining({ status: 'sent' })]);
    expect(application.cloud.mails()).toHaveLength(before + 1);
    expect(await typesOf(licenceId)).toEqual(['LicenceRegistered', 'TermStarted', 'QuoteIssued']);

    await losing(1, (client) => client.command({ licenceId, command: { activity: 'payment', amount } }));
    expect((await typesOf(licenceId)).filter((type) => type === 'PaymentRecorded')).toHaveLength(1);
    const history = await new HistoryReader(documentClient(), application.settings).read(licenceId);
    const who = `arn:aws:iam::000000000000:user/${userInfo().username}`;
    expect(history?.events.at(-1)?.cause).toEqual({ by: 'operator', who });
  });

  test('a command that changes nothing does nothing later either', async () => {
    const licenceId = await licence(netjapanMaintenance);
    const resume = { activity: 'resume-mails', scope: 'licence' } as const;
    const { answer } = await losing(1, (client) => client.command({ licenceId, command: resume }));
    expect(answer).toMatchObject({ outcome: 'accepted', events: [] });
    expect(await mailing.licences.load(licenceId)).toMatchObject({ version: 2 });
  });

  test('a rejected command is journalled once, and rejected again', async () => {
    const licenceId = await licence(netjapanMaintenance);
    const { answer } = await losing(1, (client) =>
      client.command({ licenceId, command: { activity: 'resume' } }),
    );
    expect(answer).toMatchObject({ outcome: 'rejected', events: [{ type: 'ActivityRejected' }] });
    expect((await typesOf(licenceId)).filter((type) => type === 'ActivityRejected')).toHaveLength(1);
  });

  test('a held mail goes out once', async () => {
    const licenceId = await licence(netjapanMaintenance);
    application.cloud.treatMails(() => ({ fault: 'cut off before sending' }));
    const client = new OperatorClient(address);
    await client.command({ licenceId, command: { activity: 'request-quote' } });
    await client.command({ licenceId, command: { activity: 'accept-quote', years: 1 } });
    application.cloud.treatMails(() => ({}));
    await deliverPending(mailing, licenceId, civilDate(today), Date.now() + 7_200_000);
    const held = (await mailing.mails.mails(licenceId)).find(({ status }) => status === 'held');
    const mailId = held?.mailId ?? '';
    const before = application.cloud.mails().length;
    const { answer, asked } = await losing(1, (losingClient) => losingClient.sendMail({ licenceId, mailId }));
    expect([asked, answer.mails]).toEqual([2, [{ mailId, status: 'sent' }]]);
    expect(application.cloud.mails()).toHaveLength(before + 1);
  });

  test('an import: rows that are in stay, a change of a customer is journalled once', async () => {
    const known = await licence(netjapanMaintenance);
    const facts = factsOf(netjapanMaintenance, { licenceId: 'L-NEW', coverEnds: '2026-12-31' });
    const { answer } = await losing(1, (client) =>
      client.import({
        rows: [
          { row: 'customer', customer: { ...janeRoe, customerId: 'C-2' } },
          { row: 'licence', facts },
          { row: 'customer-of-licence', licenceId: known, customerKind: 'end-user', country: 'DE' },
          { row: 'customer-of-licence', licenceId: 'L-NONE', customerKind: 'end-user', country: 'DE' },
        ],
      }),
    );
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'written', 'failed']);
    expect(await typesOf('L-NEW')).toEqual(['LicenceRegistered', 'TermStarted']);
    expect(await typesOf(known)).toEqual(['LicenceRegistered', 'TermStarted', 'CustomerChanged']);
    expect(await mailing.customers.get('C-2')).toMatchObject({ country: 'US' });
  });

  test('a run and a publication: one execution each, also where it has ended', async () => {
    const executions = new ExecutionReader();
    const run = await losing(1, (client) => client.run({ planId: smartNetUserGroup.id }));
    expect(run.asked).toBe(2);
    await executions.ended(run.answer.executionArn, 50, new AbortController().signal);
    const product = 'VTube-LASER';
    const update = { planId: vtubeLaserSmp.id, product, version: '26.1' };
    const { answer } = await losing(1, (client) => client.publishUpdate(update));
    expect(answer.executionArn).toContain(':operator-');
    const ended = await executions.ended(answer.executionArn, 50, new AbortController().signal);
    expect(ended.input).toMatchObject({
      ...update,
      requestedBy: `arn:aws:iam::000000000000:user/${userInfo().username}`,
    });
  });
});

describe('a request that cannot be done', () => {
  test('is refused with the reason, and nothing is written', async () => {
    const licenceId = await licence(netjapanMaintenance);
    const client = new OperatorClient(address);
    const cancel = { activity: 'cancel' } as const;
    const later = client.command({ licenceId, on: civilDate('2026-03-03'), command: cancel });
    await expect(later).rejects.toThrow(/2026-03-03/);
    await expect(later).rejects.toBeInstanceOf(Refusal);
    await expect(client.command({ licenceId: 'L-0', command: cancel })).rejects.toThrow('no licence L-0');
    await expect(client.run({ planId: 'none' })).rejects.toThrow('no plan none');
    await expect(client.run({ planId: smartNetUserGroup.id, day: civilDate('2026-03-09') })).rejects.toThrow(
      '2026-03-09 is later than today',
    );
    expect(await typesOf(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
  });

  test('is refused under the id of another request', async () => {
    const licenceId = await licence(netjapanMaintenance);
    const requestId = crypto.randomUUID();
    const post = (activity: string) => {
      const operation = { kind: 'command', licenceId, command: { activity } };
      return fetch(address, {
        method: 'POST',
        headers: {
          authorization: 'AWS4-HMAC-SHA256 Credential=local/20260302/us-east-1/lambda/aws4_request',
        },
        body: JSON.stringify({ requestId, clientVersion: '0.0.1', operation }),
      });
    };
    expect((await post('cancel')).status).toBe(200);
    const other = await post('resume');
    expect(other.status).toBe(422);
    expect(await other.text()).toContain(`Request id ${requestId} belongs to another request`);
    const unknown = await post('fly');
    expect(await unknown.text()).toContain('a client of version 0.0.1');
  });

  test('is given up after some attempts, with the advice to look first', async () => {
    const licenceId = await licence(netjapanMaintenance);
    const lost = losing(99, (client) => client.command({ licenceId, command: { activity: 'cancel' } }));
    await expect(lost).rejects.toBeInstanceOf(NoAnswer);
    await expect(lost).rejects.toThrow('may have been carried out');
    expect((await typesOf(licenceId)).filter((type) => type === 'RenewalCancelled')).toHaveLength(1);
  }, 30_000);
});
