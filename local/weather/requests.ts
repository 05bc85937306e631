import { setTimeout as pause } from 'node:timers/promises';
import type { IndexLag } from '../dynamodb/index-lag.ts';
import type { ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';
import type { Ask } from '../endpoint/in-memory.ts';
import type { AnswerFunction, Asker } from '../lambda/protocol.ts';
import type { Kind } from './kinds.ts';
import { type NamedRequest, nameRequest } from './named-request.ts';
import type { Random } from './random.ts';
import { canConflict, conflict, fail, throttle } from './refusing.ts';
import type { Weather } from './weather.ts';

/** What can go wrong with every request. */
const always = [
  'connection refused',
  'answer lost',
  'slow',
  'throttled',
  'server error',
  'killed before a request',
  'killed after a request',
] as const satisfies readonly Kind[];

type Fault = (typeof always)[number] | 'delivered twice' | 'write conflict' | 'index lags';

/** Milliseconds of the machine's time: enough for other requests to overtake. */
const longestDelay = 40;

/** Has the weather come between functions and what they ask the cloud. */
export function underWeather(ask: Ask, weather: Weather, lag: IndexLag): AnswerFunction {
  const asked = new Map<string, number>();
  return async (request, asker) => {
    const named = nameRequest(request);
    if (named === undefined) return ask(request);
    const { service, operation, target } = named;
    const same = `${asker.functionName} ${service}:${operation} ${target}`;
    const number = (asked.get(same) ?? 0) + 1;
    asked.set(same, number);
    const name = `${same} ${number}`;
    const fault = weather.faultOf(faultsOf(named, request), `${service}:${operation}`, name);
    return meet(fault, { request, named, asker, ask, lag, random: weather.of(`how ${name}`) });
  };
}

function faultsOf(named: NamedRequest, { headers }: ServiceRequest): readonly Fault[] {
  const { service, members } = named;
  return [
    ...always,
    // SES cannot tell a repetition from a new mail.
    ...(service === 'ses' ? [] : (['delivered twice'] as const)),
    ...(canConflict(named, headers) ? (['write conflict'] as const) : []),
    ...(service === 'dynamodb' && members['IndexName'] !== undefined ? (['index lags'] as const) : []),
  ];
}

interface Met {
  readonly request: ServiceRequest;
  readonly named: NamedRequest;
  readonly asker: Asker;
  readonly ask: Ask;
  readonly lag: IndexLag;
  readonly random: Random;
}

async function meet(fault: Fault | undefined, met: Met): Promise<ServiceAnswer | undefined> {
  const { request, named, asker, ask, lag, random } = met;
  switch (fault) {
    case undefined:
      return ask(request);
    case 'connection refused':
      return undefined;
    case 'answer lost':
      await ask(request);
      return undefined;
    case 'delivered twice': {
      const first = await ask(request);
      await ask(request);
      return first;
    }
    case 'slow':
      await pause(random.between(1, longestDelay));
      return ask(request);
    case 'throttled':
      return throttle(named, random);
    case 'server error':
      if (random.is(0.5)) await ask(request);
      return fail(named.service);
    case 'write conflict':
      return conflict(named);
    case 'index lags':
      return lag.during(() => ask(request));
    case 'killed before a request':
      die(asker, random);
      return undefined;
    case 'killed after a request':
      await ask(request);
      die(asker, random);
      return undefined;
  }
}

function die(asker: Asker, random: Random): void {
  const { errorType, why } = random.pick(deaths);
  asker.die(errorType, why);
}

/** How Lambda answers for a function that has ended in the middle of its work. */
const deaths = [
  { errorType: 'Sandbox.Timedout', why: 'Task timed out after 60.00 seconds' },
  {
    errorType: 'Lambda.Unknown',
    why: 'The cause could not be determined because Lambda did not return an error type.',
  },
  { errorType: 'Runtime.ExitError', why: 'Runtime exited with error: signal: killed' },
];
