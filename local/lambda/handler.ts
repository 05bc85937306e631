import { handlerError, type Call, type Outcome, type WorkerSettings } from './protocol.ts';

/** What a module exports for Lambda to call. */
export type Handler = (...args: never) => unknown;

/** Deadlines are of this machine's clock, whatever time the function sees. */
const machineTime = (): number => performance.timeOrigin + performance.now();

/** The handler that a module exports. @throws Runtime.HandlerNotFound where it exports no such function */
export function handlerIn(module: unknown, { file, exportName }: WorkerSettings): Handler {
  const handler: unknown =
    typeof module === 'object' && module !== null ? Reflect.get(module, exportName) : undefined;
  if (isFunction(handler)) return handler;
  throw Object.assign(new Error(`${file} exports no function ${exportName}`), {
    name: 'Runtime.HandlerNotFound',
  });
}

/** Calls a handler as Lambda does, and says how it ended; throws nothing. */
export async function callHandler(handler: Handler, settings: WorkerSettings, call: Call): Promise<Outcome> {
  try {
    const event: unknown = JSON.parse(call.payload);
    const result: unknown = await Reflect.apply(handler, undefined, [event, contextOf(settings, call)]);
    return { payload: JSON.stringify(result ?? null) };
  } catch (thrown) {
    return { error: handlerError(thrown) };
  }
}

function isFunction(value: unknown): value is Handler {
  return typeof value === 'function';
}

function contextOf(settings: WorkerSettings, { requestId: awsRequestId, deadline }: Call): object {
  return {
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: String(settings.memoryMb),
    awsRequestId,
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - machineTime()),
  };
}
