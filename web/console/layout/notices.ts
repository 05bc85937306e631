import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ConsoleContext } from '../context.ts';

const cookie = 'perennial-notice';
/** A cookie has 4096 bytes at the most. */
const mostCharacters = 900;

/**
 * Ends an action: the browser loads `path`, and that page says once what happened. Loading it again repeats nothing.
 * @param path of this console, such as `/licences/SN-1001`
 */
export function goOn(c: ConsoleContext, path: string, notice: string): Response {
  const kept = Buffer.from(notice.slice(0, mostCharacters)).toString('base64url');
  setCookie(c, cookie, kept, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 60 });
  return c.redirect(path, 303);
}

/** What the last action did, once. */
export function takeNotice(c: ConsoleContext): string | undefined {
  const kept = getCookie(c, cookie);
  if (kept === undefined || kept === '') return undefined;
  deleteCookie(c, cookie, { path: '/' });
  return Buffer.from(kept, 'base64url').toString();
}
