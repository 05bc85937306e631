import { Hono } from 'hono';
import type { Door } from '../../app/portal/door/door.ts';
import type { PortalEnvironment } from './environment.ts';
import { session } from './session.ts';

/** The customer's page: every route of it. */
export function portalApp(door: Door): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  app.get('/sign-in', (context) =>
    context.html(
      <html lang="en">
        <head>
          <title>Sign in</title>
        </head>
        <body>
          <h1>Sign in</h1>
        </body>
      </html>,
    ),
  );
  app.use(session(door));
  return app;
}
