import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveConsole, type ServedConsole } from '../../../cli/console/serve-console.ts';
import { timeOfCloud } from '../../../client/clock/embedded-clock.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { failingAssembly } from '../../support/application/failing-assembly.ts';
import { openChromium, openPage } from '../../support/browser/chromium.ts';
import { checkShown } from '../../support/browser/visit.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

const flags = mkdtempSync(join(tmpdir(), 'perennial-flags-'));
const actDies = join(flags, 'act-dies');
const collectDies = join(flags, 'collect-dies');

let operator: Operator;
let served: ServedConsole;
let browser: Browser;
let page: Page;
/** A licence that cannot be read, and how to mend it; one that `act` dies of; one that is well. */
let broken: { readonly id: string; readonly mend: () => Promise<void> };
let deadly: string;
let sound: string;

beforeAll(async () => {
  const assembly = await failingAssembly([
    { logicalId: 'Stepsact', text: '"L-2"', whileThereIs: actDies },
    { logicalId: 'Stepscollectdue', text: plan.id, whileThereIs: collectDies },
  ]);
  operator = await openOperator(assembly);
  const deployment = new Deployment(operator.cloud.outputs);
  const now = () => timeOfCloud(process.env, new Date().toISOString());
  served = await serveConsole({ deployment, place: 'embedded cloud', now }, 0);
  browser = await openChromium();
  const facts = { coverEnds: '2026-07-01' };
  const id = await operator.licence(plan, facts);
  deadly = await operator.licence(plan, facts);
  sound = await operator.licence(plan, facts);
  broken = { id, mend: await operator.poison(id) };
  await operator.on('2026-05-31', ['run', plan.id, '--yes']);
  writeFileSync(actDies, '');
  const { status } = await operator.on('2026-06-01', ['run', plan.id, '--yes']);
  expect(status).toBe(1);
  page = await openPage(browser);
  await page.goto(served.address);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
  await operator.stop();
  rmSync(flags, { recursive: true, force: true });
});

const press = (name: string) => page.getByRole('button', { name }).click();
const follow = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();
const open = (path: string) => page.goto(new URL(path, served.address).href);
const rows = (text: string) => page.getByRole('row').filter({ hasText: text });
const remindersOf = async (id: string) =>
  (await operator.journal(id)).filter((type) => type === 'ReminderIssued').length;
const openRun = async (day: string) => {
  await open(`/executions/plans/${plan.id}`);
  await rows(day).filter({ hasText: 'of the day' }).getByRole('link').click();
};

test('a failed run says at once which licence failed in which state and why', async () => {
  await open('/executions');
  await checkShown(page);
  const failed = page.getByRole('link', { name: `${plan.id} on 2026-06-01: 1 failed` });
  await failed.getByText('1 failed').click();
  await page.getByRole('alert').getByText('1 licence failed.').waitFor();
  expect(await rows(deadly).first().innerText()).toMatch(
    /Send reminders\s+Runtime\.ExitError: .*exit status 1/,
  );
  await page.getByRole('link', { name: 'Send reminders 1 failed here 2' }).waitFor();
  await checkShown(page);
  const narrow = await openPage(browser, { width: 320, theme: 'dark' });
  await narrow.goto(served.address);
  await narrow.goto(page.url());
  await checkShown(narrow);
  await narrow.context().close();
  await follow('Send reminders');
  expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
    expect.stringContaining(deadly) as string,
    expect.stringContaining(sound) as string,
  ]);
});

test('a retry previews what it does, fails again while the cause is there, and succeeds after it', async () => {
  const before = await remindersOf(deadly);
  const retry = async () => {
    await openRun('2026-06-01');
    await follow('Retry failed licences');
    await page.getByText('This releases these licences and runs them at once').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: `${deadly}: Runtime.ExitError` })
      .waitFor();
    await checkShown(page);
    await press('Retry 1 licence');
    await page.getByRole('status').getByText('The licences were run again.').waitFor();
  };
  await retry();
  await page.getByRole('alert').getByText('1 licence failed.').waitFor();
  expect(await remindersOf(deadly)).toBe(before);

  rmSync(actDies);
  await retry();
  await page.getByText('The licence that was due is up to date').waitFor();
  expect(await remindersOf(deadly)).toBe(before + 1);
  await checkShown(page);
});

test('a day that is run again takes up the licence that failed in it', async () => {
  await openRun('2026-05-31');
  expect(await rows(broken.id).first().innerText()).toMatch(/Assess\s+.*is not valid/);
  await broken.mend();
  await follow('Run the day again');
  await page.getByText('and retries 1 failed licence').waitFor();
  await checkShown(page);
  await press(`Run ${plan.id} for 2026-05-31 again`);
  await page.getByRole('status').getByText('The day was run again.').waitFor();
  await page.getByText('The licence that was due is up to date').waitFor();
  expect(await operator.journal(broken.id)).toContain('QuoteIssued');
});

test('a run that breaks off before its first licence is no missed day: it says where it broke off', async () => {
  writeFileSync(collectDies, '');
  operator.cloud.clock.set('2026-06-02T12:00:00Z');
  await operator.cloud.fireSchedules('2026-06-02');
  rmSync(collectDies);
  await open(`/executions/plans/${plan.id}`);
  expect(await rows('2026-06-02').innerText()).toMatch(/aborted.*Runtime\.ExitError/s);
  await openRun('2026-06-02');
  await page.getByRole('alert').getByText('The run broke off at Collect due licences.').waitFor();
  await page.getByRole('link', { name: 'Collect due licences the run broke off here' }).waitFor();
  await checkShown(page);
  await follow('Run the day again');
  await press(`Run ${plan.id} for 2026-06-02 again`);
  await page.getByRole('status').getByText('The day was run again.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('missed days are run one after the other, after a page that names them', async () => {
  operator.cloud.clock.set('2026-06-05T12:00:00Z');
  await open(`/executions/plans/${plan.id}`);
  expect(await rows('missed').count()).toBe(3);
  await follow('Run missed days');
  expect(await page.locator('main li').allInnerTexts()).toEqual(['2026-06-03', '2026-06-04', '2026-06-05']);
  await checkShown(page);
  await press('Run 3 days');
  await page.getByRole('status').getByText('3 days done.').waitFor();
  expect(await rows('missed').count()).toBe(0);
  await checkShown(page);
});
