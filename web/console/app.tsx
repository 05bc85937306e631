import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import type {
  AnswerRequest,
  ConsoleSettings,
  LocalConsoleSettings,
} from '../../client/console/console-settings.ts';
import { addAssets } from './look/assets.ts';
import { loopbackAccess } from './access/loopback-access.ts';
import { securityHeaders } from './access/security-headers.ts';
import type { ConsoleApp, ConsoleEnv } from './context.ts';
import { answerError, answerNotFound } from './layout/problems.tsx';
import { pages } from './pages.ts';

/** The console on the loopback address. */
export function localConsole(settings: LocalConsoleSettings): AnswerRequest {
  const app = consoleApp(settings, loopbackAccess(settings));
  return (request) => app.fetch(request);
}

/** The application: every request first passes `access`. */
function consoleApp(settings: ConsoleSettings, access: MiddlewareHandler<ConsoleEnv>): ConsoleApp {
  const app: ConsoleApp = new Hono<ConsoleEnv>();
  app.use(securityHeaders);
  app.use(access);
  app.use(async (c, next) => {
    c.set('place', settings.place);
    c.set('now', '');
    c.set('now', await settings.now());
    await next();
  });
  addAssets(app);
  for (const add of pages) add(app, settings);
  app.notFound(answerNotFound);
  app.onError(answerError);
  return app;
}
