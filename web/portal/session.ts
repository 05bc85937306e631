import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Door } from '../../app/portal/door/door.ts';
import type { PortalEnvironment } from './environment.ts';

/** The name of the field by which every form of a session shows that it comes from a page of that session. */
const formField = 'csrf';

type Page = (context: Context<PortalEnvironment>) => Response | Promise<Response>;

/** What requests without a session, or with another one's form, are answered. */
interface Refusals {
  /** Says that a form was sent after its session had ended, and asks for an address. */
  readonly ended: Page;
  /** Says that no page of this session has made a form. */
  readonly refuse: Page;
}

/**
 * Lets readers with a session pass, as `c.var.visit`, and sends everybody else to the page that sends a link. A form of a
 * session passes only with the session's own code, so that no other site's page and no other session can have sent it.
 */
export function requireSession(
  door: Pick<Door, 'address' | 'sessionOf'>,
  { ended, refuse }: Refusals,
): MiddlewareHandler<PortalEnvironment> {
  return async (context, next) => {
    const token = sessionToken(context, door);
    const session = token === undefined ? undefined : await door.sessionOf(token, context.env.now);
    const isForm = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    if (session === undefined) {
      endCookie(context, door);
      if (isForm) return ended(context);
      return context.redirect(token === undefined ? '/sign-in' : '/sign-in?ended', 303);
    }
    context.set('visit', session.visit);
    context.set('locale', session.locale);
    context.set('formCode', session.formCode);
    if (isForm) {
      const { [formField]: code } = await context.req.parseBody();
      if (typeof code !== 'string' || !session.hasSent(code)) return refuse(context);
    }
    await next();
    if (isForm && !isRedirect(context.res)) context.header('cache-control', 'private, max-age=0');
    return;
  };
}

/**
 * The page that a form was answered with is kept by this browser alone, and forgotten at sign-out: without it, going back
 * to it would end at a warning of the browser's (ADR 38).
 */
function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}

/** The token of a session that a request brings along. */
export function sessionToken(
  context: Context<PortalEnvironment>,
  { address }: Pick<Door, 'address'>,
): string | undefined {
  return getCookie(context, cookieName(address));
}

/** Has the browser keep a session until it is closed; the session itself ends earlier or later by its own time. */
export function startCookie(
  context: Context<PortalEnvironment>,
  { address }: Pick<Door, 'address'>,
  token: string,
): void {
  setCookie(context, cookieName(address), token, cookieOptions(address));
}

export function endCookie(context: Context<PortalEnvironment>, { address }: Pick<Door, 'address'>): void {
  deleteCookie(context, cookieName(address), cookieOptions(address));
}

/** With this beginning a browser takes it from this host alone, over TLS. On the loopback address there is none. */
function cookieName(address: string): string {
  return isSecure(address) ? '__Host-session' : 'session';
}

/** `Lax`: a link in a webmail leads here from another site, and the page behind it needs the session at once. */
function cookieOptions(address: string): CookieOptions {
  return { path: '/', httpOnly: true, secure: isSecure(address), sameSite: 'Lax' };
}

function isSecure(address: string): boolean {
  return address.startsWith('https://');
}
