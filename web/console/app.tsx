import { Hono } from 'hono';
import type {
  AnswerRequest,
  ConsoleSettings,
  LocalConsoleSettings,
} from '../../client/console/console-settings.ts';
import { encodedPath } from '../shared/encoded-path.ts';
import { addAssets } from './look/assets.ts';
import { loopbackAccess } from './access/loopback-access.ts';
import { securityHeaders } from './access/security-headers.ts';
import type { ConsoleApp, ConsoleEnv } from './context.ts';
import { answerError, answerNotFound } from './layout/problems.tsx';
import { pages } from './pages.ts';

/** The console on the loopback address. */
export function localConsole(settings: LocalConsoleSettings): AnswerRequest {
  const app = consoleApp(settings, (guarded) => guarded.use(loopbackAccess(settings)));
  return (request) => app.fetch(request);
}

/** The application. `guard` adds what every request passes first, and the pages that need no permission. */
export function consoleApp(settings: ConsoleSettings, guard: (app: ConsoleApp) => void): ConsoleApp {
  const app: ConsoleApp = new Hono<ConsoleEnv>({
    getPath: ({ url }) => encodedPath(new URL(url).pathname),
  });
  app.use(securityHeaders);
  app.use(async (c, next) => {
    c.set('place', settings.place);
    c.set('visitor', undefined);
    c.set('now', '');
    await next();
  });
  guard(app);
  app.use(async (c, next) => {
    c.set('now', await settings.now());
    await next();
  });
  addAssets(app);
  for (const add of pages) add(app, settings);
  app.notFound(answerNotFound);
  app.onError(answerError);
  return app;
}
