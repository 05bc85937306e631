// Runs in a worker thread: loads one handler and calls it, one event at a time.
import { pathToFileURL } from 'node:url';
import type { ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';
import { askInMemory } from '../endpoint/in-memory.ts';
import { callHandler, handlerIn } from './handler.ts';
import { moveDate } from './moved-date.ts';
import { takeOutput } from './output.ts';
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import {
  handlerError,
  type Call,
  type Message,
  type Outcome,
  type Report,
  type WorkerSettings,
} from './protocol.ts';

type Answer = (call: Call) => Promise<Outcome>;

const setAhead = moveDate();
takeOutput((text) => {
  report({ kind: 'wrote', text });
});

let answer: Answer | undefined;
let underWay = '';

/** Who waits for the answer to each question that the cloud was asked. */
const questions = new Map<number, (answer: ServiceAnswer | undefined) => void>();
let asked = 0;

parentPort?.on('message', (message: Message) => {
  if ('settings' in message) void load(message.settings).then(begin);
  else if ('call' in message) void perform(message.call);
  else hear(message);
});

// As in Lambda's runtime, a promise that nobody waits for fails the call that is under way.
process.on('unhandledRejection', (thrown) => {
  const error = { ...handlerError(thrown), errorType: 'Runtime.UnhandledPromiseRejection' };
  report({ kind: 'ended', requestId: underWay, outcome: { error }, usable: false });
});

function ask(request: ServiceRequest): Promise<ServiceAnswer | undefined> {
  return new Promise((resolve) => {
    asked += 1;
    questions.set(asked, resolve);
    report({ kind: 'asks', question: asked, request: { ...request, body: request.body.toString('latin1') } });
  });
}

function hear({ question, answer }: Extract<Message, { readonly question: number }>): void {
  questions.get(question)?.(answer);
  questions.delete(question);
}

function begin(loaded: Answer): void {
  answer = loaded;
  report({ kind: 'loaded' });
  // A worker is ended from outside, and would then keep nothing of what it has compiled.
  flushCompileCache();
}

async function perform(call: Call): Promise<void> {
  const { requestId } = call;
  underWay = requestId;
  setAhead(call.ahead);
  const outcome = (await answer?.(call)) ?? { error: handlerError(new Error('called before it was loaded')) };
  report({ kind: 'ended', requestId, outcome, usable: true });
}

/** Loads a handler; one that cannot be loaded fails every call with the reason. */
async function load(settings: WorkerSettings): Promise<Answer> {
  askInMemory(settings.endpoint, ask);
  try {
    const module: unknown = await import(pathToFileURL(settings.file).href);
    const handler = handlerIn(module, settings);
    return (call) => callHandler(handler, settings, call);
  } catch (thrown) {
    const error = handlerError(thrown);
    return () => Promise.resolve({ error });
  }
}

function report(message: Report): void {
  parentPort?.postMessage(message);
}
