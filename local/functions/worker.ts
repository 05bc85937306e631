// Runs in a worker thread: loads one handler and calls it, one event at a time.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Call, HandlerError, Outcome, WorkerSettings } from './protocol.ts';

const settings: Readonly<WorkerSettings> = readSettings();
const loading = load();
// A handler that cannot be loaded is reported to whoever calls it.
loading.catch(() => undefined);

let requestId = '';

parentPort?.on('message', (call: Call) => {
  requestId = call.requestId;
  void answer(call).then(post);
});

// As in Lambda's runtime, a promise that nobody waits for fails the call that is under way.
process.on('unhandledRejection', (error) => {
  const { errorMessage, trace } = describe(error);
  post({ error: { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage, trace } });
});

async function load(): Promise<(event: unknown, context: object) => unknown> {
  const module: unknown = await import(pathToFileURL(settings.file).href);
  const handler: unknown =
    typeof module === 'object' && module !== null ? Reflect.get(module, settings.exportName) : undefined;
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${settings.file} exports no function ${settings.exportName}`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return (event, context): unknown => Reflect.apply(handler, undefined, [event, context]);
}

async function answer(call: Call): Promise<Outcome> {
  try {
    const handler = await loading;
    const event: unknown = JSON.parse(call.payload);
    const result = await handler(event, contextOf(call));
    return { payload: JSON.stringify(result ?? null) };
  } catch (error) {
    return { error: describe(error) };
  }
}

function contextOf(call: Call): object {
  return {
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: String(settings.memoryMb),
    awsRequestId: call.requestId,
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, call.deadline - Date.now()),
  };
}

function describe(error: unknown): HandlerError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

function post(outcome: Outcome): void {
  parentPort?.postMessage({ requestId, outcome });
}

function readSettings(): WorkerSettings {
  const data: WorkerSettings = workerData;
  return data;
}
