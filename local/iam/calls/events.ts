import * as z from 'zod';
import { busNameIn, defaultBus } from '../../eventbridge/bus-name.ts';
import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';
import { unknownOperation } from './unknown.ts';

const request = z.looseObject({
  Entries: z.array(z.looseObject({ EventBusName: z.string().default(defaultBus) })),
});

/** What a request to EventBridge does. Throws for an operation that is not known here. */
export function eventsCalls(operation: string, body: unknown, account: Account): Call[] {
  if (operation !== 'PutEvents') return unknownOperation('EventBridge', operation);
  const buses = new Set(request.parse(body).Entries.map(({ EventBusName }) => busNameIn(EventBusName)));
  return [...buses].map((bus) => putEvents(bus, account));
}

/** Putting events on a bus. */
export function putEvents(bus: string, account: Account): Call {
  return { action: 'events:PutEvents', resource: arn(account, 'events', `event-bus/${bus}`) };
}
