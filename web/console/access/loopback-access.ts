import { createHmac, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LocalConsoleSettings } from '../../../client/console/console-settings.ts';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import { isReading, isSame } from './requests.ts';

/**
 * Lets in whoever has the token: the printed address exchanges it for a cookie. Refuses every request for another host or
 * from another origin, and a change that does not come from a form of the console.
 */
export function loopbackAccess({
  token,
  host,
}: Pick<LocalConsoleSettings, 'token' | 'host'>): MiddlewareHandler<ConsoleEnv> {
  const origin = `http://${host}`;
  // Cookies of one host are shared by its ports.
  const cookie = `perennial-console-${host.split(':')[1] ?? ''}`;
  const session = randomBytes(32).toString('base64url');
  const csrf = createHmac('sha256', session).update('csrf').digest('base64url');
  return async (c, next) => {
    if (c.req.header('host') !== host)
      return refuse(c, 'This address is not the one that the console printed.');
    if (isForeign(c, origin)) return refuse(c, 'The request comes from another page.');
    const given = c.req.query('token');
    if (given !== undefined && c.req.method === 'GET') {
      if (!isSame(given, token)) return refuse(c, 'The token is not the one that the console printed.');
      setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/', 303);
    }
    if (!isSame(getCookie(c, cookie) ?? '', session))
      return refuse(c, 'Open the address with the token that `npx perennial console` printed.');
    c.set('csrf', csrf);
    if (!isReading(c) && !(await isFromForm(c, origin, csrf)))
      return refuse(c, 'The form is out of date. Go back, load the page again, and send the form once more.');
    await next();
    return undefined;
  };
}

/** What a browser says about a request that another site caused. */
function isForeign({ req }: ConsoleContext, origin: string): boolean {
  const from = req.header('origin');
  const site = req.header('sec-fetch-site');
  return (
    (from !== undefined && from !== origin) || (site !== undefined && !['none', 'same-origin'].includes(site))
  );
}

async function isFromForm({ req }: ConsoleContext, origin: string, csrf: string): Promise<boolean> {
  if (req.method !== 'POST' || req.header('origin') !== origin) return false;
  const { csrf: given } = await req.parseBody();
  return typeof given === 'string' && isSame(given, csrf);
}

function refuse(c: ConsoleContext, why: string): Response {
  return c.text(`${why}\n`, 403);
}
