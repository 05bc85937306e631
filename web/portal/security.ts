import type { Context, MiddlewareHandler } from 'hono';
import type { PortalEnvironment } from './environment.ts';

/** Nothing comes from elsewhere, nothing runs, and nobody may put a page into theirs. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Headers of every answer. Nothing is kept by a browser or a proxy, unless the answer says that it may be. */
export function secureHeaders(): MiddlewareHandler<PortalEnvironment> {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  };
}

/**
 * Refuses a form that another site's page has sent, by what the browser says. A page without a referrer sends the origin
 * `null`; the browser then says by itself whether it is the same site. What no browser sends has neither. What cannot be read
 * as a form is refused too.
 */
export function refuseForeignForms(
  address: string,
  refuse: (context: Context<PortalEnvironment>) => Response | Promise<Response>,
): MiddlewareHandler<PortalEnvironment> {
  return async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
    const isOwnOrigin =
      origin === undefined || origin === address || (origin === 'null' && site === 'same-origin');
    if (!isOwnSite || !isOwnOrigin || !(await isReadable(context))) return refuse(context);
    return next();
  };
}

async function isReadable({ req }: Context<PortalEnvironment>): Promise<boolean> {
  return req.parseBody().then(
    () => true,
    () => false,
  );
}
