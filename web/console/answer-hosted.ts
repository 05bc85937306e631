import { answerTo, type HttpAnswer, type HttpEvent } from '../shared/http-event.ts';
import type { AnswerHosted } from './hosted.tsx';

/** Has the deployed console answer a request of its HTTP API. */
export async function answerHosted(answer: AnswerHosted, event: HttpEvent): Promise<HttpAnswer> {
  const claims = event.requestContext.authorizer?.jwt?.claims;
  // The route's authoriser has verified the token in this header, and none where it gives no claims.
  const token = (event.headers['authorization'] ?? '').replace(/^bearer +/i, '');
  return answerTo(event, (request) => answer(request, claims === undefined ? undefined : { claims, token }));
}
