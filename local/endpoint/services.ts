import type { Account } from '../shared/account.ts';
import type { Clock } from '../shared/clock.ts';
import { describeStacks, type StackOutputs } from '../cloudformation/describe-stacks.ts';
import type { Database } from '../dynamodb/database.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { answerEvents } from '../eventbridge/put-events.ts';
import type { AsynchronousCalls } from '../lambda/asynchronous-calls.ts';
import type { Functions } from '../lambda/functions.ts';
import { answerUrl } from '../lambda/function-url.ts';
import { answerInvoke } from '../lambda/invoke-api.ts';
import type { Keys } from '../kms/keys.ts';
import type { Objects } from '../s3/objects.ts';
import { S3Api } from '../s3/s3.ts';
import { listSchedules } from '../scheduler/list-schedules.ts';
import type { Schedule } from '../scheduler/schedule.ts';
import type { Ses } from '../ses/ses.ts';
import { isForSettings } from '../ses/settings.ts';
import type { Fauxqs } from '../shared/fauxqs.ts';
import type { Topics } from '../sns/topics.ts';
import { StatesApi } from '../stepfunctions/api/api.ts';
import type { ExecutionLog } from '../stepfunctions/api/execution-log.ts';
import type { StateMachines } from '../stepfunctions/interpreter/state-machines.ts';
import type { Handler } from './exchange.ts';
import { answerJson, answerQuery } from './protocols.ts';

/** Everything that answers requests in a cloud. */
export interface Services {
  readonly account: Account;
  readonly clock: Clock;
  readonly database: Database;
  readonly objects: Objects;
  readonly fauxqs: Fauxqs;
  readonly topics: Topics;
  readonly functions: Functions;
  readonly calls: AsynchronousCalls;
  readonly keys: Keys;
  readonly machines: StateMachines;
  readonly buses: EventBuses;
  readonly log: ExecutionLog;
  readonly ses: Ses;
  readonly schedules: readonly Schedule[];
  readonly stackOutputs: StackOutputs;
}

/** Who answers for each AWS service, by its name in a signature's scope. */
export function answerServices(services: Services): ReadonlyMap<string, Handler> {
  const {
    account,
    database,
    objects,
    fauxqs,
    topics,
    functions,
    calls,
    keys,
    machines,
    buses,
    log,
    ses,
    schedules,
    stackOutputs,
  } = services;
  const states = new StatesApi(machines, log);
  const s3 = new S3Api(objects);
  return new Map<string, Handler>([
    ['dynamodb', (request) => answerJson(request, (name, body) => database.answer(name, body))],
    ['states', (request) => answerJson(request, (name, body) => states.answer(name, body))],
    ['events', (request) => answerJson(request, (name, body) => answerEvents(buses, name, body))],
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
      'cloudformation',
      (request) => answerQuery(request, (form) => describeStacks(form, stackOutputs, account.region)),
    ],
    ['s3', (request) => s3.answer(request)],
    ['sqs', (request) => fauxqs.answer(request)],
    ['sns', (request) => topics.answer(request)],
    ['sts', (request) => fauxqs.answer(request)],
  ]);
}
