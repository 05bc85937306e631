import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countedStates } from '../../contracts/delivery/mail.ts';
import { actingSteps } from '../../contracts/workflow/steps.ts';
import { plans } from '../../plans/index.ts';
import { type AlarmProperties, metricsOf } from '../support/lib/alarm-model.ts';
import { synthesised } from '../support/lib/synthesis.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const stacks = Object.values(synthesised());
const resources = (type: string) => stacks.flatMap((stack) => Object.values(stack.findResources(type)));

/** List prices in us-east-1, in USD a month, as of 2026-11-28. */
const price = { alarmMetric: 0.1, customMetric: 0.3, dashboard: 3, key: 1 };
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
  ['KMS keys', keys, keys * price.key * 12],
] as const;

it.each(fixed)('README says what the templates have: %s', (name, count, usd) => {
  expect(readme).toContain(`| ${name} | ${count} | ${usd.toFixed(2)} |`);
});

it('README says what that comes to', () => {
  const total = fixed.reduce((sum, [, , usd]) => sum + usd, 0);
  expect(readme).toContain(`| in all | | ${total.toFixed(2)} |`);
});
