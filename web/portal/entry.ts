import { Hono, type Context } from 'hono';
import type { Door } from '../../app/portal/door/door.ts';
import type { PortalEnvironment } from './environment.ts';
import { endCookie, sessionToken, startCookie } from './session.ts';

type PortalContext = Context<PortalEnvironment>;
type Page = (context: PortalContext) => Response | Promise<Response>;

/** The pages on the way in. */
export interface EntryPages {
  /** Asks for an address: a form that posts the field `address` to /sign-in. */
  readonly signIn: Page;
  /** Says that a link is on its way, if the address is on file. */
  readonly linkSent: Page;
  /** Says that the reader has signed out, and asks for an address as `signIn` does. */
  readonly signedOut: Page;
  /** Says that a form came after its session had ended, and asks for an address as `signIn` does. */
  readonly ended: Page;
  /** Offers a new link: a form that posts the field `token` to /in. */
  readonly expired: (context: PortalContext, token: string) => Response | Promise<Response>;
  /** Says that a link is not valid, and asks for an address as `signIn` does. */
  readonly invalid: Page;
}

/** No address and no token is longer. */
const mostCharacters = 1000;
/** An answer about an address takes this long, whether it is on file or not: what is done for one takes less. */
const answerMilliseconds = 1500;

/** What it takes to hide how long something takes. */
export type Pause = (milliseconds: number) => Promise<unknown>;

/**
 * The way into the customer's page: by a link, by asking for one, and out again. Opening a link starts a session and
 * changes nothing else.
 */
export function entryRoutes(door: Door, pages: EntryPages, pause: Pause): Hono<PortalEnvironment> {
  const routes = new Hono<PortalEnvironment>();
  routes.get('/in/:token', async (context) => {
    const token = context.req.param('token');
    const entry = await door.enter(token, context.env.now, sessionToken(context, door));
    switch (entry.is) {
      case 'in':
        startCookie(context, door, entry.session);
        return context.redirect(entry.path, 303);
      case 'expired':
        return pages.expired(context, token);
      case 'invalid':
        return pages.invalid(context);
    }
  });
  routes.post('/in', async (context) => {
    const token = await field(context, 'token');
    await Promise.all([door.renew(token, context.env.now), pause(answerMilliseconds)]);
    return context.redirect('/sign-in/sent', 303);
  });
  routes.get('/sign-in', (context) => pages.signIn(context));
  routes.post('/sign-in', async (context) => {
    const address = await field(context, 'address');
    await Promise.all([door.signIn(address, context.env.now), pause(answerMilliseconds)]);
    return context.redirect('/sign-in/sent', 303);
  });
  routes.get('/sign-in/sent', (context) => pages.linkSent(context));
  routes.post('/sign-out', async (context) => {
    const token = sessionToken(context, door);
    if (token !== undefined) await door.leave(token, context.env.now);
    endCookie(context, door);
    // What this browser has kept of answers to forms.
    context.header('clear-site-data', '"cache"');
    return context.redirect('/sign-out', 303);
  });
  routes.get('/sign-out', (context) => pages.signedOut(context));
  return routes;
}

async function field(context: PortalContext, name: string): Promise<string> {
  const { [name]: value } = await context.req.parseBody();
  return typeof value === 'string' ? value.slice(0, mostCharacters) : '';
}
