import { clearSky, type FaultKind, faultKinds, type Weather } from './faults.ts';
import type { Invocation, World } from './world.ts';
import type { Service } from './service.ts';

type Input = Readonly<Record<string, unknown>>;

/** Answers a request of a service as it stands `lag` milliseconds ago. */
export type Answer = (service: Service, command: string, input: Input, lag: number) => object;

/** A fault, or something that a customer, an operator or a schedule did out of turn. */
export interface Happening {
  /** Milliseconds since 1970, in the world. */
  readonly at: number;
  /** What it was, in words that name no other happening. */
  readonly id: string;
}

const reads = new Set(['GetCommand', 'BatchGetCommand', 'QueryCommand']);
/** Operations that a play asks for so seldom that their answers would hardly ever be lost. */
const seldom = new Set([
  'DeleteCommand',
  'DeleteObjectCommand',
  'HeadObjectCommand',
  'PublishCommand',
  'SendMessageCommand',
  'VerifyMacCommand',
]);
const writes = new Set(['PutCommand', 'UpdateCommand', 'DeleteCommand', 'TransactWriteCommand']);

/** The weather over a world: which request meets which fault, and what came of it. */
export class Sky {
  readonly world: World;
  #weather: Weather;
  /** The most that all faults of a request may have together. */
  #worst: number;
  readonly answer: Answer;
  /** How often each request and each fault has happened. */
  readonly counts = new Map<string, number>();
  readonly log: Happening[] = [];
  /** The mails whose sender was cut off at some time, so that it could not know or not write what came of them. */
  readonly cutOff = new Set<string>();
  readonly #only: ReadonlySet<string> | undefined;
  readonly #onTrace: ((line: string) => void) | undefined;
  readonly #seen = new Map<string, number>();
  #tokens = 0;

  /** @param only what may happen, by its id; unset: everything that the seed wants */
  constructor(
    world: World,
    weather: Weather,
    answer: Answer,
    { only, trace }: { readonly only?: ReadonlySet<string> | undefined; readonly trace?: Trace | undefined },
  ) {
    this.world = world;
    this.#weather = weather;
    this.#worst = worstOf(weather);
    this.answer = answer;
    this.#only = only;
    this.#onTrace = trace;
  }

  get weather(): Weather {
    return this.#weather;
  }

  clear(): void {
    this.#weather = clearSky;
    this.#worst = 0;
  }

  token(): string {
    this.#tokens += 1;
    return `token-${this.#tokens}`;
  }

  /** Writes down what happens, where somebody wants to know. */
  trace(line: () => string): void {
    this.#onTrace?.(`${new Date(this.world.now).toISOString()} ${line()}`);
  }

  /**
   * Whether something happens that the seed may want, by its id: whatever else happens does not change it. What does is
   * in the log, and counted as `kind`.
   */
  happens(kind: string, id: string, probability = 1): boolean {
    if (probability < 1 && !this.world.random.of(id).is(probability)) return false;
    if (this.#only !== undefined && !this.#only.has(id)) return false;
    this.#note(kind, id);
    return true;
  }

  faultFor(service: Service, command: string, input: Input, caller: string): FaultKind | undefined {
    const request = `${caller} ${service}:${command} ${targetOf(input)}`;
    const times = (this.#seen.get(request) ?? 0) + 1;
    this.#seen.set(request, times);
    if (this.weather === clearSky) return undefined;
    const id = `${request} ${times}`;
    let chance = this.world.random.of(id).next();
    if (chance >= this.#worst) return undefined;
    for (const kind of faultKinds) {
      if (!canMeet(kind, service, command, input)) continue;
      chance -= this.#chanceOf(kind, service, command);
      if (chance >= 0) continue;
      if (this.#only !== undefined && !this.#only.has(`${id} ${kind}`)) return undefined;
      this.#note(kind, `${id} ${kind}`);
      this.count(`${kind} ${service}:${command}`);
      return kind;
    }
    return undefined;
  }

  #chanceOf(kind: FaultKind, service: Service, command: string): number {
    const { chances, sendAnswerLost, seldomTrouble } = this.weather;
    const chance = chances[kind];
    if (kind === 'answer-lost' && service === 'ses') return chance + sendAnswerLost;
    const isTroubled = (kind === 'answer-lost' || kind === 'throttled') && seldom.has(command);
    return isTroubled ? chance + seldomTrouble : chance;
  }

  /** Stops a function: it gets no answers any more. */
  stop(invocation: Invocation): void {
    invocation.isStopped = true;
    this.noteCutOff(invocation);
  }

  kill(invocation: Invocation): void {
    this.stop(invocation);
    const name = this.world.random.pick(['Lambda.Unknown', 'Sandbox.Timedout', 'Lambda.ServiceException']);
    invocation.fail(name, `${invocation.functionName} was killed`);
  }

  noteCutOff({ mails }: Invocation): void {
    for (const mailId of mails) this.cutOff.add(mailId);
  }

  count(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  #note(kind: string, id: string): void {
    this.count(kind);
    this.log.push({ at: this.world.now, id });
  }
}

function worstOf({ chances, sendAnswerLost, seldomTrouble }: Weather): number {
  return faultKinds.reduce((sum, kind) => sum + chances[kind], Math.max(sendAnswerLost, 2 * seldomTrouble));
}

export type Trace = (line: string) => void;

/** What a request is about, short: it names the request together with who asks and how often. */
function targetOf(input: Input): string {
  const key = (input['Key'] ?? input['ExpressionAttributeValues'] ?? input['Item']) as
    Input | string | undefined;
  if (typeof key === 'string') return key;
  if (key !== undefined) return nameOf(key);
  const [first] = (input['TransactItems'] ?? []) as readonly Readonly<Record<string, Input>>[];
  if (first !== undefined) return targetOf(Object.values(first)[0] ?? {});
  const [tag] = (input['Tags'] ?? []) as readonly { readonly Value?: string }[];
  return tag?.Value ?? '';
}

/** The first two members of a key or an item: those of its key come first. */
function nameOf(key: Input): string {
  const [first, second] = Object.values(key);
  return [first, second].flatMap((value) => (typeof value === 'string' ? [value] : [])).join('/');
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
    case 'rejected':
      return service === 'ses';
    case 'twice':
      // SES cannot tell a repetition from a new mail.
      return service !== 'ses';
    case 'refused':
    case 'answer-lost':
    case 'slow':
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
