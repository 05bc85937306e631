import * as z from 'zod';
import { type Clock, instantAt } from '../shared/clock.ts';
import { isObject } from '../shared/json.ts';
import { ServiceError } from '../shared/service-error.ts';
import { busNameIn, defaultBus } from './bus-name.ts';
import type { EventBuses } from './event-buses.ts';
import { refuseEntries } from './limits.ts';

const request = z.strictObject({
  Entries: z
    .array(
      z.looseObject({
        EventBusName: z.string().default(defaultBus).transform(busNameIn),
        Source: z.string().min(1),
        DetailType: z.string().min(1),
        Detail: z.string(),
        /** Seconds since 1970. */
        Time: z.number().optional(),
        Resources: z.array(z.string()).default([]),
      }),
    )
    .min(1)
    .max(10),
});
type Entry = z.infer<typeof request>['Entries'][number];
type Answer = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

/**
 * Answers a request to EventBridge, of which only `PutEvents` is here: when the functions of all rules that the events
 * match have ended, so that whoever puts an event can look at what came of it.
 */
export async function answerEvents(
  buses: EventBuses,
  clock: Clock,
  operation: string,
  body: unknown,
): Promise<object> {
  if (operation !== 'PutEvents') {
    throw new ServiceError(
      'UnknownOperationException',
      `the embedded cloud does not do ${operation} of EventBridge`,
    );
  }
  const parsed = request.safeParse(body);
  if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
  refuseEntries(parsed.data.Entries);
  const answers: Answer[] = [];
  for (const entry of parsed.data.Entries) answers.push(await put(buses, clock, entry));
  return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
}

async function put(buses: EventBuses, clock: Clock, entry: Entry): Promise<Answer> {
  const { EventBusName: bus, Source: source, DetailType: detailType, Time, Detail } = entry;
  if (!buses.has(bus)) {
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${bus} does not exist.` };
  }
  if (source.startsWith('aws.')) {
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  }
  const detail = objectIn(Detail);
  if (detail === undefined) {
    return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  }
  const time = Time === undefined ? instantAt(clock.passing()) : new Date(Time * 1000).toISOString();
  const { id } = await buses.put({ source, detailType, time, detail }, bus);
  return { EventId: id };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
