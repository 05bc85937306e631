import type { Work } from '../../cli/meter/work.ts';

/** Works added up, each as often as its weight says. */
export function weighted(parts: readonly (readonly [work: Work, weight: number])[]): Work {
  const sum = (of: (work: Work) => number) =>
    parts.reduce((total, [work, weight]) => total + of(work) * weight, 0);
  return {
    licenceActions: sum(({ licenceActions }) => licenceActions),
    mails: sum(({ mails }) => mails),
    documents: sum(({ documents }) => documents),
    stepFunctions: {
      standardTransitions: sum(({ stepFunctions }) => stepFunctions.standardTransitions),
      expressRequests: sum(({ stepFunctions }) => stepFunctions.expressRequests),
    },
    lambda: {
      invocations: sum(({ lambda }) => lambda.invocations),
      gbSeconds: sum(({ lambda }) => lambda.gbSeconds),
    },
    dynamodb: {
      writeUnits: sum(({ dynamodb }) => dynamodb.writeUnits),
      readUnits: sum(({ dynamodb }) => dynamodb.readUnits),
      requests: {},
    },
    s3: { puts: sum(({ s3 }) => s3.puts), gets: sum(({ s3 }) => s3.gets) },
    kms: sum(({ kms }) => kms),
    ses: sum(({ ses }) => ses),
    eventBridge: sum(({ eventBridge }) => eventBridge),
    logsBytes: sum(({ logsBytes }) => logsBytes),
    scheduler: sum(({ scheduler }) => scheduler),
    sqs: sum(({ sqs }) => sqs),
    sns: sum(({ sns }) => sns),
    pipes: sum(({ pipes }) => pipes),
    apiGateway: sum(({ apiGateway }) => apiGateway),
  };
}
