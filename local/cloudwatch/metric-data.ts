import * as z from 'zod';
import type { Pipes } from '../pipes/pipes.ts';
import { ServiceError } from '../shared/service-error.ts';

const request = z.looseObject({
  EndTime: z.number(),
  MetricDataQueries: z.array(
    z.looseObject({
      Id: z.string(),
      MetricStat: z.looseObject({
        Metric: z.looseObject({
          Namespace: z.string(),
          MetricName: z.string(),
          Dimensions: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).default([]),
        }),
      }),
    }),
  ),
});

type Query = z.infer<typeof request>['MetricDataQueries'][number];

/**
 * Answers GetMetricData of CloudWatch: what pipes took and failed on since the start, as if it had all been now. Of other
 * metrics there are no values.
 * @throws ServiceError for another operation, or a request of another form
 */
export function answerMetrics(pipes: Pipes, operation: string, body: Record<string, unknown>): object {
  if (operation !== 'GetMetricData') {
    throw new ServiceError(
      'UnknownOperationException',
      `the embedded cloud does only GetMetricData of CloudWatch, not ${operation}`,
    );
  }
  const parsed = request.safeParse(body);
  if (!parsed.success) throw new ServiceError('InvalidParameterValue', z.prettifyError(parsed.error));
  const { EndTime, MetricDataQueries } = parsed.data;
  return {
    MetricDataResults: MetricDataQueries.map((query) => {
      const value = valueOf(pipes, query);
      return {
        Id: query.Id,
        Label: query.MetricStat.Metric.MetricName,
        StatusCode: 'Complete',
        Timestamps: value === undefined ? [] : [EndTime],
        Values: value === undefined ? [] : [value],
      };
    }),
  };
}

function valueOf(pipes: Pipes, { MetricStat: { Metric } }: Query): number | undefined {
  const pipe = Metric.Dimensions.find(({ Name }) => Name === 'PipeName')?.Value;
  if (Metric.Namespace !== 'AWS/EventBridge/Pipes' || pipe === undefined) return undefined;
  const { taken, failed } = pipes.workOf(pipe);
  return { EventCount: taken, ExecutionFailed: failed }[Metric.MetricName];
}
