import { clearSky, type FaultKind, faultKinds, type Weather } from './faults.ts';
import type { Invocation, World } from './world.ts';
import type { Service } from './service.ts';

type Input = Readonly<Record<string, unknown>>;

/** Answers a request of a service as it stands `lag` milliseconds ago. */
export type Answer = (service: Service, command: string, input: Input, lag: number) => object;

const reads = new Set(['GetCommand', 'BatchGetCommand', 'QueryCommand']);
const writes = new Set(['PutCommand', 'UpdateCommand', 'DeleteCommand', 'TransactWriteCommand']);

/** The weather over a world: which request meets which fault, and what came of it. */
export class Sky {
  readonly world: World;
  weather: Weather;
  readonly answer: Answer;
  /** How often each request and each fault has happened. */
  readonly counts = new Map<string, number>();
  onTrace: ((line: string) => void) | undefined;
  #tokens = 0;

  constructor(world: World, weather: Weather, answer: Answer) {
    this.world = world;
    this.weather = weather;
    this.answer = answer;
  }

  clear(): void {
    this.weather = clearSky;
  }

  token(): string {
    this.#tokens += 1;
    return `token-${this.#tokens}`;
  }

  /** Says what happens, where somebody wants to know. */
  trace(line: () => string): void {
    this.onTrace?.(`${new Date(this.world.now).toISOString()} ${line()}`);
  }

  faultFor(service: Service, command: string, input: Input): FaultKind | undefined {
    for (const kind of faultKinds) {
      if (!canMeet(kind, service, command, input)) continue;
      if (this.world.random.is(this.weather.chances[kind])) return kind;
    }
    return undefined;
  }

  kill(invocation: Invocation): void {
    invocation.isStopped = true;
    const name = this.world.random.pick(['Lambda.Unknown', 'Sandbox.Timedout', 'Lambda.ServiceException']);
    invocation.fail(name, `${invocation.functionName} was killed`);
  }

  count(request: string, fault: FaultKind | undefined): void {
    this.counts.set(request, (this.counts.get(request) ?? 0) + 1);
    if (fault === undefined) return;
    for (const key of [fault, `${fault} ${request}`]) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}

function canMeet(kind: FaultKind, service: Service, command: string, input: Input): boolean {
  switch (kind) {
    case 'conflict':
      return service === 'dynamodb' && writes.has(command);
    case 'stale':
      return (
        service === 'dynamodb' &&
        reads.has(command) &&
        (input['IndexName'] !== undefined || !isConsistent(input))
      );
    case 'twice':
      // A start of an execution has a name, and SES cannot tell a repetition from a new mail.
      return service !== 'states' && service !== 'ses';
    case 'refused':
    case 'answer-lost':
    case 'throttled':
    case 'killed-before':
    case 'killed-after':
      return true;
  }
}

function isConsistent(input: Input): boolean {
  if (input['ConsistentRead'] === true) return true;
  const requests = Object.values((input['RequestItems'] ?? {}) as Record<string, Input>);
  return requests.length > 0 && requests.every((request) => request['ConsistentRead'] === true);
}
