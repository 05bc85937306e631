import type { ExecutionRecord, MapRun } from './records.ts';

/** A page of a list, as all lists of Step Functions answer. */
export function page(
  member: string,
  all: readonly object[],
  { maxResults = 100, nextToken = '0' }: { maxResults?: number | undefined; nextToken?: string | undefined },
): object {
  const start = Number(nextToken);
  const end = start + (maxResults || 100);
  return { [member]: all.slice(start, end), ...(end < all.length && { nextToken: String(end) }) };
}

export function describeExecution(record: ExecutionRecord): object {
  const included = { included: true };
  return {
    executionArn: record.arn,
    stateMachineArn: record.stateMachineArn,
    name: record.name,
    status: record.status,
    startDate: record.startDate / 1000,
    stopDate: seconds(record.stopDate),
    input: JSON.stringify(record.input),
    inputDetails: included,
    ...(record.output !== undefined && { output: JSON.stringify(record.output), outputDetails: included }),
    mapRunArn: record.mapRunArn,
    error: record.error,
    cause: record.cause,
    redriveCount: 0,
  };
}

export function listedMapRun({ executionArn, arn, stateMachineArn, startDate, stopDate }: MapRun): object {
  return {
    executionArn,
    mapRunArn: arn,
    stateMachineArn,
    startDate: startDate / 1000,
    stopDate: seconds(stopDate),
  };
}

export function describeMapRun(run: MapRun): object {
  const { arn: mapRunArn, startDate, stopDate, ...others } = run;
  return { mapRunArn, startDate: startDate / 1000, stopDate: seconds(stopDate), ...others };
}

export function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
