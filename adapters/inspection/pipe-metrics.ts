import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';

/** What a pipe did in some days. */
export interface PipeWork {
  readonly taken: number;
  readonly failed: number;
}

const day = 86_400;
const metrics = { taken: 'EventCount', failed: 'ExecutionFailed' } as const;

/**
 * How many events a pipe took, and how many of its executions failed, in the last days.
 * @param now a UTC instant
 */
export async function workOfPipe(name: string, days: number, now: string): Promise<PipeWork> {
  const { MetricDataResults = [] } = await new CloudWatchClient().send(
    new GetMetricDataCommand({
      StartTime: new Date(Date.parse(now) - days * day * 1000),
      EndTime: new Date(now),
      MetricDataQueries: Object.entries(metrics).map(([Id, MetricName]) => ({
        Id,
        MetricStat: {
          Metric: {
            Namespace: 'AWS/EventBridge/Pipes',
            MetricName,
            Dimensions: [{ Name: 'PipeName', Value: name }],
          },
          Period: day,
          Stat: 'Sum',
        },
      })),
    }),
  );
  const sumOf = (id: string) =>
    MetricDataResults.filter(({ Id }) => Id === id)
      .flatMap(({ Values = [] }) => Values)
      .reduce((sum, value) => sum + value, 0);
  return { taken: sumOf('taken'), failed: sumOf('failed') };
}
