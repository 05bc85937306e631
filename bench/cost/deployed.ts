import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { countedStates } from '../../contracts/delivery/mail.ts';
import { actingSteps } from '../../contracts/workflow/steps.ts';
import { plans } from '../../plans/index.ts';
import type { Deployed } from './bill.ts';

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z
        .object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() })
        .optional(),
    }),
  ),
});

/** Of each plan: how many licences were due, done and failed, and for how many days the longest has been due. */
const metricsOfPlan = 4;

/** What the templates of a cloud assembly deploy that costs the same however much is done. */
export function deployedBy(assembly: string): Deployed {
  const resources = readdirSync(assembly)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => template.parse(JSON.parse(readFileSync(path.join(assembly, name), 'utf8'))))
    .flatMap(({ Resources }) => Object.values(Resources));
  const count = (type: string) => resources.filter(({ Type }) => Type === type).length;
  const alarms = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const metricsIn = alarms.map(
    ({ Properties }) => Properties?.Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1,
  );
  return {
    alarmMetrics: metricsIn.reduce((sum, metrics) => sum + metrics, 0),
    kmsKeys: count('AWS::KMS::Key'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    customMetrics: plans.length * metricsOfPlan + actingSteps.length + countedStates.length + 1,
  };
}
