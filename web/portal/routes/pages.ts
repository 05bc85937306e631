import { Hono } from 'hono';
import type { PortalEnvironment } from '../environment.ts';
import { accountRoutes } from './account.tsx';
import type { Asked } from './answers.tsx';
import { billingRoutes } from './billing.tsx';
import { changeRoutes } from './changes.tsx';
import { licenceRoutes } from './licences.tsx';
import { supportRoutes } from './support.tsx';

/** All pages of readers who have a session. */
export function pageRoutes(portal: Asked): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  licenceRoutes(app, portal);
  billingRoutes(app, portal);
  changeRoutes(app, portal);
  supportRoutes(app, portal);
  accountRoutes(app, portal);
  return app;
}
