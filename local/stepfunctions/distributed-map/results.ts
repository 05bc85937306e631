import type { Json, JsonObject } from '../../shared/json.ts';
import { StateError } from '../interpreter/errors.ts';
import type { ExecutionRecord, MapRun } from '../api/records.ts';
import type { DistributedMap } from '../interpreter/workflow.ts';
import type { MapParameters } from './parameters.ts';
import type { MapObjects } from './role-objects.ts';

/**
 * The output of a Distributed Map state: the results of its children in their order, or where
 * ResultWriter has put them in S3.
 * @throws StateError `States.ResultWriterFailed` when they cannot be written
 */
export function mapOutput(
  map: DistributedMap,
  run: MapRun,
  children: readonly ExecutionRecord[],
  { Writer: writer }: MapParameters,
  objects: MapObjects,
): Json {
  if (!map.exported || writer === undefined) return children.flatMap((child) => results(map, child));
  const folder = [writer.Prefix.replace(/\/$/, ''), run.arn.slice(run.arn.lastIndexOf(':') + 1)]
    .filter(Boolean)
    .join('/');
  const write = (name: string, text: string): JsonObject => {
    const key = `${folder}/${name}`;
    try {
      objects.write(writer.Bucket, key, text);
    } catch (error) {
      throw new StateError(
        'States.ResultWriterFailed',
        `cannot write s3://${writer.Bucket}/${key}: ${String(error)}`,
      );
    }
    return { Key: key, Size: Buffer.byteLength(text) };
  };
  const file = (
    name: 'SUCCEEDED' | 'FAILED' | 'PENDING',
    chosen: readonly ExecutionRecord[],
  ): JsonObject[] => {
    if (chosen.length === 0) return [];
    const lines = chosen.flatMap((child) => results(map, child)).map((result) => JSON.stringify(result));
    const text = map.outputType === 'JSONL' ? `${lines.join('\n')}\n` : `[${lines.join(',')}]`;
    return [write(`${name}_0.${map.outputType.toLowerCase()}`, text)];
  };
  write(
    'manifest.json',
    JSON.stringify({
      DestinationBucket: writer.Bucket,
      MapRunArn: run.arn,
      ResultFiles: {
        FAILED: file(
          'FAILED',
          children.filter(({ status }) => status !== 'SUCCEEDED'),
        ),
        PENDING: [],
        SUCCEEDED: file(
          'SUCCEEDED',
          children.filter(({ status }) => status === 'SUCCEEDED'),
        ),
      },
    }),
  );
  return {
    MapRunArn: run.arn,
    ResultWriterDetails: { Bucket: writer.Bucket, Key: `${folder}/manifest.json` },
  };
}

/** What one child contributes; of one that failed everything, whatever the transformation. */
function results({ transformation }: DistributedMap, child: ExecutionRecord): Json[] {
  const { output } = child;
  if (transformation === 'NONE' || output === undefined) return [described(child)];
  return transformation === 'FLATTEN' && Array.isArray(output) ? output : [output];
}

function described(child: ExecutionRecord): JsonObject {
  return {
    ExecutionArn: child.arn,
    Input: JSON.stringify(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output !== undefined && {
      Output: JSON.stringify(child.output),
      OutputDetails: { Included: true },
    }),
    ...(child.error !== undefined && { Error: child.error }),
    ...(child.cause !== undefined && { Cause: child.cause }),
    RedriveCount: 0,
    StartDate: new Date(child.startDate).toISOString(),
    StateMachineArn: child.stateMachineArn,
    Status: child.status,
    StopDate: new Date(child.stopDate ?? child.startDate).toISOString(),
  };
}
