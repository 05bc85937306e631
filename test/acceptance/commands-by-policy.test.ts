import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { CustomerBook } from '../../client/customers/customer-book.ts';
import { Deployment } from '../../client/deployment/deployment.ts';
import { EntryIds } from '../../cli/payments/files/entry-id.ts';
import { programOf } from '../../cli/program.ts';
import { deliverPending } from '../../app/mailing/deliver.ts';
import { civilDate } from '../../domain/calendar.ts';
import { policyKey } from '../../local/iam/policies/principals.ts';
import { netjapanMaintenance as netjapan } from '../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../plans/vtube-laser-smp.ts';
import { consoleOf } from '../support/web/visitor.ts';
import { keptOutput } from '../support/cli/streams.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';

/** Commands that use no deployment: they synthesise the application and run it in their own process. */
const ofThisMachine: readonly string[] = ['local', 'simulate', 'clock', 'plan show'];

/** Pages of `console`, which only read; LICENCE stands for a licence. */
const pages: readonly string[] = [
  '/',
  '/due',
  '/forecast',
  '/search?q=jane',
  '/customers',
  '/customers/C-1',
  '/customers/C-1/statement',
  '/customers/C-1/edit',
  '/customers/C-1/merge?with=jane',
  `/licences?plan=${netjapan.id}`,
  '/licences/LICENCE',
  '/licences/LICENCE?on=2026-04-14',
  '/invoices',
  '/quotes',
  '/payments',
  '/parked',
  '/held-mails',
  '/lapsing',
  '/documents/NUMBER',
  '/executions',
  `/executions/plans/${netjapan.id}`,
  '/executions/EXECUTION',
  '/plans',
  `/plans/${netjapan.id}`,
];

/** Commands that only read; LICENCE stands for a licence. */
const reading: readonly string[] = [
  'customer list',
  'customer show C-1',
  'customer export C-1',
  'licence show LICENCE',
  `licence list --plan ${netjapan.id}`,
  'licence list --customer C-1',
  'invoice list --open',
  'invoice show NUMBER',
  'document NUMBER --out SAVED',
  'quote list --customer C-1',
  'due --on 2026-05-15',
  'search jane',
  'report renewals --from 2026-01-01 --to 2026-12-31',
  'report receivables --from 2026-01-01 --to 2026-12-31',
  'report revenue --from 2026-01-01 --to 2026-12-31',
  'explain LICENCE',
  'entitlements LICENCE',
  'forecast --from 2026-05-01 --to 2026-05-31',
  'mails list LICENCE',
  'executions list',
  'meter',
  'payments import BANKFILE --dry-run',
  'payments list',
  'export --out BACKUP',
  'doctor --no-mail',
  `executions show ${netjapan.id} 2026-04-15`,
  'import samples/five-plans --date 2025-12-01 --dry-run',
];

/** Commands that change something, in an order in which each succeeds; words in capitals stand for ids. */
const changing: readonly string[] = [
  'import samples/five-plans --date 2025-12-01 --yes',
  'customer edit C-1 discountPercent=5 --yes',
  'customer note C-1 called --yes',
  'customer note C-TWIN called --yes',
  'customer merge C-TWIN C-1 --into C-1 --yes',
  'customer erase C-LEFT --yes',
  'licence show RENEWED --mail --yes',
  'quote QUOTED --yes',
  'quote QUOTED --accept 1 --yes',
  'payment QUOTED --yes',
  'payment reverse QUOTED QUOTED-P1 --reason returned --yes',
  'payments import BANKFILE --yes',
  'payments assign WAITING CREDITED --yes',
  'payments dismiss DISMISSED --reason rent --yes',
  'restore BACKUP --dry-run',
  'quote BILLED --yes',
  'quote BILLED --accept 1 --yes',
  'invoice reissue BILLED --reason moved --yes',
  'invoice credit BILLED --reason error --yes',
  'payment CREDITED 50.00 --yes',
  'refund CREDITED 10.00 --reason overpaid --yes',
  'hold RENEWED --until 2026-05-31 --reason promised --yes',
  'release RENEWED --yes',
  'note RENEWED called --yes',
  'cancel RENEWED --yes',
  'resume RENEWED --yes',
  'activate PENDING --yes',
  'install UNINSTALLED --yes',
  'deactivate SUBSCRIBED --yes',
  'licence correct CORRECTED edition=Pro --reason mistyped --yes',
  'licence align CORRECTED --to 06-30 --yes',
  'quote DECLINED --yes',
  'quote DECLINED --decline expensive --yes',
  'licence transfer CORRECTED --to C-GONE --reason sold --yes',
  'licence remove MISTAKEN --reason twice --yes',
  'change VIDEO --edition Enterprise --yes',
  'change VIDEO --accept --yes',
  'change VIDEO --add-modules MODULE --yes',
  'change SERVER --migration --hours 6.5 --hardware 1200.00 --yes',
  'support open SUPPORTED --yes',
  'support grant-access SUPPORTED-T1 --yes',
  'support use-access SUPPORTED-T1 --yes',
  'support revoke-access SUPPORTED-T1 --yes',
  'support close SUPPORTED-T1 --yes',
  'mails stop RENEWED --yes',
  'mails resume RENEWED --yes',
  'mails show HELD HELDMAIL',
  'mails send HELD HELDMAIL --yes',
  'mails clear-address RETURNED gone@customer.example --yes',
  `updates publish --plan ${vtube.id} --product VTube-LASER --version 26.1 --yes`,
  'updates password UPDATED 26.1 --yes',
  'updates leave UPDATED --yes',
  'updates join UPDATED --yes',
  'doctor',
  `run ${netjapan.id} --again --yes`,
  `run ${vtube.id} --licence UPDATED --yes`,
  `backfill ${smartNet.id} 2026-04-14..2026-04-15 --yes`,
  `retry ${videoSma.id} PARKED --yes`,
];

const today = '2026-04-15';
let operator: Operator;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  operator = await openOperator();
  ids = await licences();
}, 300_000);
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => operator.stop());

/** A licence for each word in capitals. */
async function licences(): Promise<Readonly<Record<string, string>>> {
  const covered = { coverEnds: '2026-12-31' };
  const parked = await operator.licence(videoSma, covered);
  await operator.post.licences.park(parked, { on: civilDate('2026-04-14'), reason: 'no rate' });
  const held = await heldMail();
  await operator.on(today, ['run', netjapan.id, '--yes']);
  await operator.on('2026-04-13', ['run', smartNet.id, '--yes']);
  return {
    LICENCE: await operator.licence(netjapan, covered),
    RENEWED: await operator.licence(smartNet, covered),
    QUOTED: await operator.licence(vtube, covered),
    BILLED: await operator.licence(vtube, covered),
    CREDITED: await operator.licence(vtube, covered),
    RETURNED: await licenceOfReturnedMail(),
    PENDING: await operator.licence(vtube),
    UNINSTALLED: await operator.licence(smartNet),
    SUBSCRIBED: await operator.licence(smartertools, { model: 'subscription' }),
    VIDEO: await operator.licence(videoSma, { ...covered, product: 'Video', edition: 'ProBox' }),
    CORRECTED: await operator.licence(netjapan, covered),
    DECLINED: await operator.licence(vtube, covered),
    MISTAKEN: await operator.licence(vtube, covered),
    MODULE: Object.keys(videoSma.catalogue?.modules ?? {})[0] ?? '',
    SERVER: await operator.licence(smartNet, covered),
    SUPPORTED: await operator.licence(smartertools, covered),
    UPDATED: await operator.licence(vtube, covered),
    HELD: held.licenceId,
    NUMBER: await invoiceOf(held.licenceId),
    HELDMAIL: held.mailId,
    SAVED: join(operator.folder, 'saved'),
    PARKED: parked,
    ...bankFile(),
    BACKUP: join(operator.folder, 'backup'),
    EXECUTION: await executionOfToday(),
  };
}

/** The name of the run of the day. */
async function executionOfToday(): Promise<string> {
  const { out } = await operator.on(today, ['executions', 'show', netjapan.id, today, '--json']);
  return /"execution": ?"[^"]*?([^":]+)"/.exec(out)?.[1] ?? out;
}

/** Payments of a bank of which nobody knows what they pay. */
function bankFile(): Readonly<Record<'BANKFILE' | 'WAITING' | 'DISMISSED', string>> {
  const path = join(operator.folder, 'bank.csv');
  const rows = ['2026-04-14,50.00,USD,flowers,1', '2026-04-14,12.00,USD,rent,2'];
  writeFileSync(path, ['valueDate,amount,currency,reference,id', ...rows, ''].join('\n'));
  const ids = new EntryIds();
  return {
    BANKFILE: path,
    WAITING: ids.idOf('1', ['', '2026-04-14', 'USD 50.00'], []),
    DISMISSED: ids.idOf('2', ['', '2026-04-14', 'USD 12.00'], []),
  };
}

/** A licence of a customer whose address has returned mail for good. */
async function licenceOfReturnedMail(): Promise<string> {
  const { customers } = operator.post;
  const known = await customers.get('C-1');
  if (known === undefined) throw new Error('no customer C-1');
  for (const customerId of ['C-TWIN', 'C-LEFT']) await customers.put({ ...known, customerId });
  const gone = { ...known, customerId: 'C-GONE', email: 'gone@customer.example' };
  await customers.put(gone);
  await customers.noteUndeliverable(gone.customerId, gone.email, civilDate('2026-04-01'));
  return operator.licence(netjapan, { coverEnds: '2026-12-31', customerId: 'C-GONE' });
}

/** An invoice whose sending was cut off, and that has been held since. */
async function heldMail() {
  const licenceId = await operator.licence(netjapan, { coverEnds: '2026-12-31' });
  await operator.on('2026-04-14', ['quote', licenceId, '--yes']);
  operator.cloud.treatMails(() => ({ fault: 'cut off before sending' }));
  await operator.on('2026-04-14', ['quote', licenceId, '--accept', '1', '--yes']);
  operator.cloud.treatMails(() => ({}));
  await deliverPending(operator.post, licenceId, civilDate('2026-04-14'), Date.now() + 7_200_000);
  const held = (await operator.post.mails.mails(licenceId)).find(({ status }) => status === 'held');
  return { licenceId, mailId: held?.mailId ?? '' };
}

/** The printed number of a licence's invoice. */
async function invoiceOf(licenceId: string): Promise<string> {
  const { documents = [] } = (await operator.post.licences.loadWithHistory(licenceId))?.history ?? {};
  return documents.find(({ kind }) => kind === 'invoice')?.number ?? '';
}

/** Runs a command with the permissions of one managed policy and no other. */
async function as(policy: 'Operators' | 'ReadOnly', command: string) {
  vi.stubEnv('AWS_ACCESS_KEY_ID', policyKey(`Perennial${policy}-us-east-1`));
  if (command.startsWith('export ')) rmSync(ids['BACKUP'] ?? '', { recursive: true, force: true });
  return operator.on(today, command.split(' ').map(withIds));
}

/** A word or path with the id that a word in capitals stands for. */
function withIds(text: string): string {
  return text.replace(/(?<=^|\/)[A-Z]{4,}/, (name) => ids[name] ?? name);
}

/** Every command that can be given, such as `executions list`. */
function commandsOf(command: Command, path: readonly string[] = []): readonly string[] {
  if (command.commands.length === 0) return [path.join(' ')];
  return command.commands.flatMap((each) => commandsOf(each, [...path, each.name()]));
}

test('every command is tried with a policy here, or uses no deployment', async () => {
  const { output } = keptOutput();
  const program = await programOf(
    { output, signal: new AbortController().signal, now: `${today}T12:00:00Z` },
    () => {
      throw new Error('no command is given here');
    },
  );
  const tried = [...ofThisMachine, 'console', ...reading, ...changing];
  const untried = commandsOf(program).filter(
    (command) => !tried.some((each) => `${each} `.startsWith(`${command} `)),
  );
  expect(untried).toEqual([]);
});

describe('with only the read-only policy', () => {
  test.each(reading)('%s works', async (command) => {
    const { status, err } = await as('ReadOnly', command);
    expect(status, err).toBe(0);
  });

  test.each(pages)('the console shows %s', async (page) => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', policyKey('PerennialReadOnly-us-east-1'));
    const browser = consoleOf({
      deployment: new Deployment(operator.cloud.outputs),
      now: () => Promise.resolve(`${today}T12:00:00Z`),
      place: 'embedded cloud',
    });
    await browser.signIn();
    const { status, html } = await browser.get(withIds(page));
    expect(status, html).toBe(200);
  });

  test.each([
    ['/customers/C-1', '/customers/C-1/notes', { note: 'called' }],
    ['/customers/C-GONE/clear-address?address=gone@customer.example', '/customers/C-GONE/clear-address', {}],
  ] as const)(
    'an action on %s says what the credentials lack, and nothing changes',
    async (page, action, fields) => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', policyKey('PerennialReadOnly-us-east-1'));
      const deployment = new Deployment(operator.cloud.outputs);
      const now = () => Promise.resolve(`${today}T12:00:00Z`);
      const browser = consoleOf({ deployment, now, place: 'embedded cloud' });
      await browser.signIn();
      const kept = async () => [
        await new CustomerBook(deployment).history('C-1'),
        await deployment.requireCustomer('C-GONE'),
      ];
      const before = await kept();
      const { status, html } = await browser.post(page, action, fields);
      expect(status).toBe(400);
      expect(html).toContain('Your credentials may not call the operator function');
      expect(html).toContain('PerennialOperators');
      expect(await kept()).toEqual(before);
    },
  );

  test.each(['payment LICENCE 10 --yes', `run ${netjapan.id} --again --yes`])(
    '%s is refused, and nothing changes',
    async (command) => {
      const before = await operator.journal(ids['LICENCE'] ?? '');
      const { status, err } = await as('ReadOnly', command);
      expect(status).not.toBe(0);
      expect(err).toContain('Your credentials may not call the operator function');
      expect(await operator.journal(ids['LICENCE'] ?? '')).toEqual(before);
    },
  );
});

describe('with only the policy of operators', () => {
  test.each([...reading, ...changing])('%s works', async (command) => {
    const { status, err } = await as('Operators', command);
    expect(status, err).toBe(0);
  });
});
