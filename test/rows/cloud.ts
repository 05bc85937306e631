import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SignedUrl } from '../../adapters/lambda/signed-url.ts';
import type { Deployment } from '../weather/world/deployment.ts';
import type { World } from '../weather/world/world.ts';

/** The deployment that commands of this process find, and the world whose time passes. */
let deployed: Deployment | undefined;

function here(): Deployment {
  if (deployed === undefined) throw new Error('nothing is deployed yet');
  return deployed;
}

/** Has the command line of this process work on a deployment: what it looks up, asks and waits for. */
export function commandsOn(deployment: Deployment): void {
  if (deployed === undefined) redirect();
  deployed = deployment;
}

function redirect(): void {
  CloudFormationClient.prototype.send = function send() {
    const Outputs = Object.entries(here().application.outputs).map(([OutputKey, OutputValue]) => ({
      OutputKey,
      OutputValue,
    }));
    return Promise.resolve({ Stacks: [{ Outputs }] });
  } as never;
  const userArn = 'arn:aws:iam::000000000000:user/operator';
  SignedUrl.prototype.post = async function post(body: string) {
    const requestContext = { timeEpoch: here().world.now, authorizer: { iam: { userArn } } };
    const answer = (await here().call('operator', { body, requestContext }, 60_000)) as {
      readonly statusCode: number;
      readonly body: string;
    };
    return { status: answer.statusCode, body: answer.body };
  };
  const off = new WeakMap<object, () => void>();
  globalThis.setTimeout = ((work: () => void, milliseconds = 0) => {
    const timer = {};
    off.set(timer, here().world.after(milliseconds, work));
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer?: unknown) => {
    if (typeof timer === 'object' && timer !== null) off.get(timer)?.();
  };
}

/** Has a world go on until a piece of work is done, and gives its result. */
export function inWorld<T>(world: World, work: () => Promise<T>): Promise<T> {
  return world.until(work());
}
