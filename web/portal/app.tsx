import { Hono } from 'hono';
import { setTimeout } from 'node:timers/promises';
import type { Door } from '../../app/portal/door/door.ts';
import { type EntryPages, entryRoutes, type Pause } from './entry.ts';
import type { PortalEnvironment } from './environment.ts';
import { refuseForeignForms, secureHeaders } from './security.ts';
import { requireSession } from './session.ts';

/** The customer's page: every route of it. */
export function portalApp(door: Door, pause: Pause = setTimeout): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  const refuse = (context: Parameters<EntryPages['signIn']>[0]) => context.text('Forbidden', 403);
  app.use(secureHeaders());
  app.use(refuseForeignForms(door.address, refuse));
  app.route('/', entryRoutes(door, entryPages, pause));
  app.use(requireSession(door, refuse));
  return app;
}

const entryPages: EntryPages = {
  signIn: (context) => context.html(<SignIn />),
  signedOut: (context) => context.html(<SignIn />),
  linkSent: (context) => context.html(<p>Look into your mails.</p>),
  expired: (context, token) =>
    context.html(
      <form method="post" action="/in">
        <input type="hidden" name="token" value={token} />
        <button type="submit">Send a new link</button>
      </form>,
      410,
    ),
  invalid: (context) => context.html(<SignIn />, 404),
};

function SignIn() {
  return (
    <html lang="en">
      <head>
        <title>Sign in</title>
      </head>
      <body>
        <h1>Sign in</h1>
        <form method="post" action="/sign-in">
          <input type="email" name="address" />
          <button type="submit">Send me a link</button>
        </form>
      </body>
    </html>
  );
}
