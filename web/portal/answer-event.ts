import type { Hono } from 'hono';
import { answerFrom, type HttpAnswer, type HttpEvent, requestOf } from '../shared/http-event.ts';
import type { PortalEnvironment } from './environment.ts';

/** Has the application answer a request. */
export async function answerEvent(app: Hono<PortalEnvironment>, event: HttpEvent): Promise<HttpAnswer> {
  const { timeEpoch, authorizer } = event.requestContext;
  const caller = authorizer?.iam?.userArn;
  return answerFrom(await app.fetch(requestOf(event), { now: timeEpoch, caller }));
}
