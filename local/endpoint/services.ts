import type { Account } from '../shared/account.ts';
import type { Clock } from '../shared/clock.ts';
import { describeStacks, type StackOutputs } from '../cloudformation/describe-stacks.ts';
import { answerMetrics } from '../cloudwatch/metric-data.ts';
import { answerEvents } from '../eventbridge/put-events.ts';
import { answerUrl } from '../lambda/function-url.ts';
import { answerInvoke } from '../lambda/invoke-api.ts';
import { S3Api } from '../s3/s3.ts';
import type { Providers } from '../resources/provide.ts';
import { listSchedules } from '../scheduler/list-schedules.ts';
import type { Schedule } from '../scheduler/schedule.ts';
import { isForSettings } from '../ses/settings.ts';
import { StatesApi } from '../stepfunctions/api/api.ts';
import type { ExecutionLog } from '../stepfunctions/api/execution-log.ts';
import type { Handler } from './exchange.ts';
import { answerJson, answerQuery } from './protocols.ts';

/** Everything that answers requests in a cloud. */
export interface Services extends Providers {
  readonly account: Account;
  readonly clock: Clock;
  readonly log: ExecutionLog;
  readonly schedules: readonly Schedule[];
  readonly stackOutputs: StackOutputs;
}

/** The handler of each AWS service, by the service's name in a signature's scope. */
export function answerServices(services: Services): ReadonlyMap<string, Handler> {
  const { account, database, fauxqs, topics, functions, calls, keys, buses, ses } = services;
  const { schedules, stackOutputs } = services;
  const states = new StatesApi(services.machines, services.log, services.clock);
  const s3 = new S3Api(services.objects);
  return new Map<string, Handler>([
    ['dynamodb', (request) => answerJson(request, (name, body) => database.answer(name, body))],
    ['states', (request) => answerJson(request, (name, body) => states.answer(name, body))],
    [
      'events',
      (request) => answerJson(request, (name, body) => answerEvents(buses, services.clock, name, body)),
    ],
    ['kms', (request) => answerJson(request, (name, body) => keys.answer(name, body))],
    ['lambda-url', (request) => answerUrl(services, request)],
    ['lambda', (request) => answerInvoke(functions, calls, request)],
    [
      'ses',
      (request) =>
        isForSettings(request)
          ? ses.answerSettings(request)
          : answerQuery(request, (form) => ses.answer(form)),
    ],
    ['scheduler', (request) => listSchedules(request, schedules)],
    [
      'monitoring',
      (request) => answerJson(request, (name, body) => answerMetrics(services.pipes, name, body)),
    ],
    [
      'cloudformation',
      (request) => answerQuery(request, (form) => describeStacks(form, stackOutputs, account.region)),
    ],
    ['s3', (request) => s3.answer(request)],
    ['sqs', (request) => fauxqs.answer(request)],
    ['sns', (request) => topics.answer(request)],
    ['sts', (request) => fauxqs.answer(request)],
  ]);
}
