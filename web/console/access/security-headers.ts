import type { MiddlewareHandler } from 'hono';
import type { ConsoleEnv } from '../context.ts';

/** What a page may load. @param connectsTo the origins that its script may ask besides its own */
export function contentPolicy(connectsTo: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    ['connect-src', "'self'", ...connectsTo].join(' '),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy(),
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Browsers send no `Origin` with a form's POST under `no-referrer`.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-content-type-options': 'nosniff',
};

/** Nothing is loaded from elsewhere, framed, sniffed or stored. A route may set a header of its own. */
export const securityHeaders: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};
