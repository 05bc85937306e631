import { HTTPException } from 'hono/http-exception';
import { connectionProblemIn } from '../../../client/deployment/connection-problem.ts';
import { NoAnswer, NotAnOperator, Refusal } from '../../../client/operator/errors.ts';
import type { ConsoleContext } from '../context.ts';
import { Notice } from '../parts/notice.tsx';
import { showPage } from './page.tsx';

export function answerNotFound(c: ConsoleContext) {
  return showPage(
    c,
    { title: 'Page not found' },
    <Notice kind="warning">
      The console has no page at <code>{c.req.path}</code>. Search for what you look for, or go to{' '}
      <a href="/">Today</a>.
    </Notice>,
    404,
  );
}

/** A page that says what went wrong and what to do; what nobody foresaw is thrown to the terminal too. */
export function answerError(error: Error, c: ConsoleContext) {
  if (error instanceof HTTPException) return error.getResponse();
  if (error instanceof NotAnOperator)
    return showPage(
      c,
      { title: 'You may look, not act' },
      <Notice kind="warning">{error.message}</Notice>,
      403,
    );
  if (error instanceof Refusal) {
    const [title, status] =
      c.req.method === 'GET' ? (['Not found', 404] as const) : (['Not done', 400] as const);
    return showPage(c, { title }, <Notice kind="warning">{error.message}</Notice>, status);
  }
  if (error instanceof NoAnswer)
    return showPage(c, { title: 'No answer' }, <Notice kind="error">{error.message}</Notice>, 500);
  const problem = connectionProblemIn(error, process.env);
  return showPage(
    c,
    { title: 'That did not work' },
    <Notice kind="error">{problem ?? `The console failed: ${error.name}: ${error.message}`}</Notice>,
    500,
  );
}
