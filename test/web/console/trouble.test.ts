import { afterAll, beforeAll, expect, test } from 'vitest';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';
import { consoleOf } from '../../support/web/visitor.ts';

const planId = vtubeLaserSmp.id;
const today = '2026-06-01';
const reason = 'SES takes no mail: MessageRejected: Sending paused for this account';
const waits = `mails wait for the next run: ${reason}`;
const remedy = "AWS's Health Dashboard";
let operator: Operator;

/** AWS has paused the account: the mail of the only licence that is due waits. */
beforeAll(async () => {
  operator = await openOperator();
  await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  operator.cloud.setMailAccount({ isPaused: true });
  await operator.on(today, ['run', planId, '--yes']);
}, 300_000);
afterAll(() => operator.stop());

test('that mails wait is said on Today, on the list of runs, and on the run with its picture', async () => {
  const browser = consoleOf({
    deployment: new Deployment(operator.cloud.outputs),
    now: () => Promise.resolve(`${today}T12:00:00Z`),
    place: 'embedded cloud',
  });
  await browser.signIn();
  const todayPage = await browser.get('/');
  expect(todayPage.html).toContain('1 due, 1 done, 0 failed; mails wait for the next run<');
  expect((await browser.get('/executions')).html).toContain('mails wait');
  const runs = await browser.get(`/executions/plans/${planId}`);
  expect(runs.html).toContain(waits);
  const [, path = ''] = /href="(\/executions\/[^"/]+)">2026-06-01/.exec(runs.html) ?? [];
  const { html } = await browser.get(path);
  expect(html).toMatch(/class="state fail trouble"/);
  expect(html).toMatch(/Licences failed<\/text>\s*<text class="note failed"[^>]*>mails wait<\/text>/);
  expect(html).toContain(`>0 licences; ${waits}`);
  const said = html.replaceAll('&#39;', "'");
  expect(said).toContain(reason);
  expect(said).toContain(remedy);
  expect(said).toContain('<code>npx perennial doctor</code>');
  expect((await browser.get(`${path}/again`)).html).toContain('Mails that wait for the next run');
});
