import type { Work } from '../../cli/meter/work.ts';

/** How much of a service a day uses, beside what AWS allows an account that has asked for no more. */
interface Load {
  readonly what: string;
  readonly perSecond: number;
  readonly limit: number;
}

/**
 * The loads of a day on which `licencesPerSecond` go through, beside the default quotas of us-east-1.
 * @param batches how many child executions run side by side
 */
export function loadsOf(perLicence: Work, licencesPerSecond: number, batches: number): readonly Load[] {
  const load = (what: string, each: number, limit: number): Load => ({
    what,
    perSecond: each * licencesPerSecond,
    limit,
  });
  const { stepFunctions, lambda, dynamodb, s3 } = perLicence;
  return [
    load('Step Functions, Standard transitions a second', stepFunctions.standardTransitions, 5000),
    { what: 'Step Functions, child executions side by side', perSecond: batches, limit: 10_000 },
    // One of them is called at a time for each batch; those that SES's feedback calls come on top.
    load('Lambda, calls a second', lambda.invocations, 10_000),
    load('Lambda, calls side by side (1 GB each)', lambda.gbSeconds, 1000),
    load('DynamoDB, write units a second', dynamodb.writeUnits, 40_000),
    load('DynamoDB, read units a second', dynamodb.readUnits, 40_000),
    // A licence is listed in one partition of index `due`, and leaves it once.
    load('DynamoDB, writes of a plan in index `due` (4)', 2, 4000),
    load('S3, PUT requests a second in a prefix', s3.puts, 3500),
    load('KMS, HMAC requests a second', perLicence.kms, 10_000),
    load('EventBridge, events a second', perLicence.eventBridge, 10_000),
  ];
}
