import { Hono } from 'hono';
import { setTimeout } from 'node:timers/promises';
import type { Door } from '../../app/portal/door/door.ts';
import { entryRoutes, type Pause } from './entry.ts';
import type { PortalEnvironment } from './environment.ts';
import { apiRoutes } from './api/routes.ts';
import { type Asked, notFound } from './routes/answers.tsx';
import { openRoutes } from './routes/assets.ts';
import { entryPages, refuseForm, sayFailed } from './routes/entry-pages.tsx';
import { pageRoutes } from './routes/pages.ts';
import { routedPath } from './routed-path.ts';
import { refuseForeignForms, secureHeaders } from './security.ts';
import { requireSession } from './session.ts';

/** What the customer's page works with. */
export interface PortalAppDependencies {
  readonly door: Door;
  readonly portal: Asked;
  /** Notes for the operators why a page could not be shown, without personal data. */
  readonly noteFailure: (error: unknown) => Promise<void>;
  readonly pause?: Pause;
}

/** The customer's page: every route of it. */
export function portalApp(dependencies: PortalAppDependencies): Hono<PortalEnvironment> {
  const { door, portal, noteFailure, pause = setTimeout } = dependencies;
  const app = new Hono<PortalEnvironment>({ getPath: routedPath });
  app.use(secureHeaders());
  app.onError(async (error, context) => {
    await noteFailure(error);
    return sayFailed(context);
  });
  app.route('/api', apiRoutes(portal, noteFailure));
  app.route('/', openRoutes());
  app.use(refuseForeignForms(door.address, refuseForm));
  app.route('/', entryRoutes(door, entryPages, pause));
  app.use(requireSession(door, { ended: entryPages.ended, refuse: refuseForm }));
  app.route('/', pageRoutes(portal));
  app.notFound((context) => notFound(context, portal));
  return app;
}
