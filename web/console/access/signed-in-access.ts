import type { MiddlewareHandler } from 'hono';
import { asVisitor } from '../../../client/console/hosted-deployment.ts';
import { NotAnOperator } from '../../../client/operator/errors.ts';
import type { ConsoleDoor } from '../../../contracts/console/door.ts';
import { signInPaths } from '../../../contracts/console/paths.ts';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import { signInCookie } from '../sign-in/cookies.ts';
import { isReading, isSame } from './requests.ts';

/**
 * Lets in whoever has signed in. A change has to be a form of the console that an operator sends; readers sign out, and
 * change nothing else.
 */
export function signedInAccess(door: ConsoleDoor): MiddlewareHandler<ConsoleEnv> {
  const { session: cookie } = signInCookie(door.address);
  return async (c, next) => {
    const session = await door.sessionOf(cookie.of(c), Date.parse(c.var.now));
    if (session === undefined) return isReading(c) ? signIn(c) : refuse(c, ended);
    const { person, role, formCode } = session;
    c.set('csrf', formCode);
    c.set('visitor', { person, role });
    if (isReading(c)) return asVisitor(session, next);
    if (!(await isFromForm(c, door.address, formCode))) return refuse(c, outOfDate);
    if (c.req.path === signInPaths.leave) {
      cookie.end(c);
      return c.redirect(signInPaths.leave, 303);
    }
    if (role !== 'operator') throw new NotAnOperator();
    return asVisitor(session, next);
  };
}

const ended = 'You are not signed in any more. Sign in again in another tab, then send the form once more.';
const outOfDate = 'The form is out of date. Go back, load the page again, and send the form once more.';

function signIn(c: ConsoleContext): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`${signInPaths.begin}?${new URLSearchParams({ to: pathname + search }).toString()}`, 303);
}

async function isFromForm({ req }: ConsoleContext, origin: string, formCode: string): Promise<boolean> {
  const site = req.header('sec-fetch-site') ?? 'same-origin';
  if (req.method !== 'POST' || req.header('origin') !== origin || site !== 'same-origin') return false;
  const { csrf } = await req.parseBody();
  return typeof csrf === 'string' && isSame(csrf, formCode);
}

function refuse(c: ConsoleContext, why: string): Response {
  return c.text(`${why}\n`, 403);
}
