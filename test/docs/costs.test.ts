import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pollsAYear } from '../../bench/cost/bill.ts';
import prices from '../../bench/cost/us-east-1.json' with { type: 'json' };
import { countedStates } from '../../contracts/delivery/mail.ts';
import { actingSteps } from '../../contracts/workflow/steps.ts';
import { plans } from '../../plans/index.ts';
import { type AlarmProperties, metricsOf } from '../support/lib/alarm-model.ts';
import { synthesised } from '../support/lib/synthesis.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const stacks = Object.values(synthesised());
const resources = (type: string) => stacks.flatMap((stack) => Object.values(stack.findResources(type)));

const { perMonth: price } = prices;
/** CloudWatch charges a custom metric for the hours in which it is published: about two a day. */
const shareOfHours = 2 / 24;

const alarmMetrics = resources('AWS::CloudWatch::Alarm').flatMap((alarm) =>
  metricsOf((alarm as { Properties: AlarmProperties }).Properties),
).length;
/** Of each plan: licences due, done and failed, and days overdue, these also over all plans. */
const customMetrics = plans.length * 4 + 1 + actingSteps.length + countedStates.length;
const dashboards = resources('AWS::CloudWatch::Dashboard').length;
const keys = resources('AWS::KMS::Key').length;

const fixed = [
  ['alarm metrics', alarmMetrics, alarmMetrics * price.alarmMetric * 12],
  ['metrics of the functions', customMetrics, customMetrics * price.customMetric * shareOfHours * 12],
  ['dashboard', dashboards, dashboards * price.dashboard * 12],
  ['KMS keys', keys, keys * price.kmsKey * 12],
  ['requests to the feedback queue', pollsAYear.toLocaleString('en'), pollsAYear * prices.perUnit.sqsRequest],
] as const;

it.each(fixed)('README says what the templates have: %s', (name, count, usd) => {
  expect(readme).toContain(`| ${name} | ${count} | ${usd.toFixed(2)} |`);
});

it('README says of which day the prices are', () => {
  expect(readme).toContain(`without free tier, as of ${prices.checkedOn}.`);
});

it('README says what that comes to', () => {
  const total = fixed.reduce((sum, [, , usd]) => sum + usd, 0);
  expect(readme).toContain(`| in all | | ${total.toFixed(2)} |`);
});
