import type { Hono } from 'hono';
import { answerTo, type HttpAnswer, type HttpEvent } from '../shared/http-event.ts';
import type { PortalEnvironment } from './environment.ts';

/** Has the application answer a request. */
export function answerEvent(app: Hono<PortalEnvironment>, event: HttpEvent): Promise<HttpAnswer> {
  const { timeEpoch, authorizer } = event.requestContext;
  const caller = authorizer?.iam?.userArn;
  return answerTo(event, (request) => Promise.resolve(app.fetch(request, { now: timeEpoch, caller })));
}
