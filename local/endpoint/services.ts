import type { Account } from '../shared/account.ts';
import type { Clock } from '../shared/clock.ts';
import { describeStacks, type StackOutputs } from '../cloudformation/describe-stacks.ts';
import type { Database } from '../dynamodb/database.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { answerEvents } from '../eventbridge/put-events.ts';
import type { Functions } from '../lambda/functions.ts';
import { answerUrl } from '../lambda/function-url.ts';
import { answerInvoke } from '../lambda/invoke-api.ts';
import type { Keys } from '../kms/keys.ts';
import type { Ses } from '../ses/ses.ts';
import type { ObjectsAndMessages } from '../s3-sqs-sns/objects-and-messages.ts';
import { StatesApi } from '../stepfunctions/api/api.ts';
import type { ExecutionLog } from '../stepfunctions/api/execution-log.ts';
import type { StateMachines } from '../stepfunctions/interpreter/state-machines.ts';
import type { Handler } from './front.ts';
import { answerJson, answerQuery } from './protocols.ts';

/** Everything that answers requests in a cloud. */
export interface Services {
  readonly account: Account;
  readonly clock: Clock;
  readonly database: Database;
  readonly objects: ObjectsAndMessages;
  readonly functions: Functions;
  readonly keys: Keys;
  readonly machines: StateMachines;
  readonly buses: EventBuses;
  readonly log: ExecutionLog;
  readonly ses: Ses;
  readonly stackOutputs: StackOutputs;
}

/** Who answers for each AWS service, by its name in a signature's scope. */
export function answerServices(services: Services): ReadonlyMap<string, Handler> {
  const { account, database, objects, functions, keys, machines, buses, log, ses, stackOutputs } = services;
  const states = new StatesApi(machines, log);
  const fauxqs: Handler = (request, response) => {
    objects.handle(request, response);
  };
  return new Map<string, Handler>([
    [
      'dynamodb',
      (request, response) => answerJson(request, response, (name, body) => database.answer(name, body)),
    ],
    [
      'states',
      (request, response) => answerJson(request, response, (name, body) => states.answer(name, body)),
    ],
    [
      'events',
      (request, response) => answerJson(request, response, (name, body) => answerEvents(buses, name, body)),
    ],
    ['kms', (request, response) => answerJson(request, response, (name, body) => keys.answer(name, body))],
    ['lambda-url', (request, response) => answerUrl(services, request, response)],
    ['lambda', (request, response) => answerInvoke(functions, request, response)],
    [
      'ses',
      (request, response) =>
        answerQuery(request, response, async (form) => {
          const answer = await ses.answer(form);
          if (answer === undefined) response.destroy();
          return answer ?? '';
        }),
    ],
    [
      'cloudformation',
      (request, response) =>
        answerQuery(request, response, (form) => describeStacks(form, stackOutputs, account.region)),
    ],
    ['s3', fauxqs],
    ['sqs', fauxqs],
    ['sns', fauxqs],
    ['sts', fauxqs],
  ]);
}
