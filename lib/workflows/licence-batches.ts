import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  DistributedMap,
  type IChainable,
  JsonPath,
  OutputType,
  ResultWriterV2,
  S3JsonLItemReader,
  StateMachineType,
  Transformation,
  WriterConfig,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import { resultsPrefix, type Worklists } from '../storage/worklists.ts';

export type BatchSettings = Pick<Configuration, 'batchSize' | 'maxConcurrency'>;

export interface LicenceBatchesProps {
  readonly settings: BatchSettings;
  readonly worklists: Worklists;
  /** Members of the state that each batch gets in addition to its `licences`. */
  readonly handedOn: readonly string[];
  /** What is done about one batch. */
  readonly batch: IChainable;
}

export const mapLabel = 'Batch';

/**
 * The state that does something about each batch of the worklist at `$.worklist.key`, which has one in each line: a child
 * execution for each. What each puts out is a line in S3, found by `$.results`.
 */
export function licenceBatches(scope: Construct, id: string, props: LicenceBatchesProps): DistributedMap {
  const { settings, worklists, handedOn } = props;
  // The library's own types are not exact about optional properties: a `Bucket` is no `IBucket`, this one is.
  const bucket = Bucket.fromBucketName(scope, 'Worklists', worklists.bucket.bucketName);
  const batches = new DistributedMap(scope, id, {
    label: mapLabel,
    itemReader: new S3JsonLItemReader({ bucket, key: JsonPath.stringAt('$.worklist.key') }),
    itemSelector: {
      ...Object.fromEntries(handedOn.map((name) => [name, JsonPath.stringAt(`$.${name}`)])),
      licences: JsonPath.objectAt('$$.Map.Item.Value.licences'),
    },
    resultWriterV2: new ResultWriterV2({
      bucket,
      prefix: resultsPrefix,
      writerConfig: new WriterConfig({
        outputType: OutputType.JSONL,
        transformation: Transformation.FLATTEN,
      }),
    }),
    resultPath: '$.results',
    maxConcurrency: settings.maxConcurrency,
    mapExecutionType: StateMachineType.STANDARD,
    // The summary says what failed, also of a batch that did not end: the run itself goes on.
    toleratedFailurePercentage: 100,
  });
  return batches.itemProcessor(props.batch);
}
