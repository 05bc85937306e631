import type { ConsoleDoor, VerifiedToken } from '../../contracts/console/door.ts';
import { connectHosted } from '../../client/console/hosted-deployment.ts';
import { NoAnswer, NotAnOperator, Refusal } from '../../client/operator/errors.ts';
import { signedInAccess } from './access/signed-in-access.ts';
import { consoleApp } from './app.tsx';
import type { ConsoleApp } from './context.ts';
import { addAssets } from './look/assets.ts';
import { addSignIn } from './sign-in/routes.tsx';

/** What the deployed console works with. */
export interface HostedConsoleSettings {
  readonly door: ConsoleDoor;
  /** Where the deployment is: a region of AWS, or `embedded cloud`. */
  readonly place: string;
  /** Notes for the administrators why a page could not be shown, without personal data. */
  readonly noteFailure: (error: unknown) => Promise<void>;
}

/** Answers a request, with the token that the gateway has verified, if there was one. */
export type AnswerHosted = (request: Request, verified: VerifiedToken | undefined) => Promise<Response>;

/** After this time the outputs of the stacks are read again: a deployment may have changed them. */
const milliseconds = 300_000;

/** The console behind the company's sign-in: the same pages, for readers and operators. */
export function hostedConsole(settings: HostedConsoleSettings): AnswerHosted {
  let opened: { readonly until: number; readonly app: Promise<ConsoleApp> } | undefined;
  return async (request, verified) => {
    const now = Date.now();
    if (opened === undefined || opened.until <= now)
      opened = { until: now + milliseconds, app: open(settings) };
    try {
      return await (await opened.app).fetch(request, { verified });
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

async function open({ door, place, noteFailure }: HostedConsoleSettings): Promise<ConsoleApp> {
  const deployment = await connectHosted();
  const now = () => new Date().toISOString();
  return consoleApp({ deployment, place, now: () => Promise.resolve(now()) }, (app) => {
    app.use(async (c, next) => {
      c.set('now', now());
      await next();
      c.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
      c.header('x-robots-tag', 'noindex, nofollow');
      if (c.error !== undefined && !isForeseen(c.error)) await noteFailure(c.error);
    });
    addAssets(app);
    addSignIn(app, door);
    app.use(signedInAccess(door));
  });
}

function isForeseen(error: Error): boolean {
  return error instanceof Refusal || error instanceof NoAnswer || error instanceof NotAnOperator;
}
