import { licencePath, runPath } from '../../parts/paths.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { executionEnded } from '../../../../client/runs/execution-ended.ts';
import { daysToRun } from '../../../../client/runs/days-to-run.ts';
import { type RunPicture, RunInspector } from '../../../../client/runs/picture/run-inspector.ts';
import { RunBook } from '../../../../client/runs/run-book.ts';
import { civilDate, civilDateSchema, dayIn } from '../../../../domain/calendar.ts';
import { countOf } from '../../../../client/words/count-of.ts';
import { eachDay } from '../../../../domain/time/days.ts';
import { planById } from '../../../../plans/index.ts';
import type { AddPage, ConsoleContext } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';

/** Whoever starts a run sees it at its end where it ends soon, and running otherwise. */
const patience = 10_000;

/** Runs a day again, or the licences that failed, after a page that says what that means. */
export const addRunActions: AddPage = (app, { deployment }) => {
  const inspector = new RunInspector(deployment);

  const start = async (
    c: ConsoleContext,
    asked: Parameters<typeof deployment.operator.run>[0],
    said: string,
  ) => {
    const { requestId } = await c.req.parseBody();
    const id = typeof requestId === 'string' && requestId !== '' ? requestId : undefined;
    const { executionArn } = await deployment.operator.run(asked, id);
    await executionEnded(executionArn, AbortSignal.timeout(patience)).catch(() => undefined);
    return goOn(c, runPath(executionArn.slice(executionArn.lastIndexOf(':') + 1)), said);
  };

  app.get('/executions/:name/again', async (c) => {
    const { planId, day, failedCount, trouble } = await inspector.picture(c.req.param('name'));
    return showPage(
      c,
      { title: 'Run the day again', at: '/executions' },
      <ConfirmForm
        c={c}
        action={`${runPath(c.req.param('name'))}/again`}
        label={`Run ${planId} for ${day} again`}
      >
        <p>
          This starts the run of plan {planId} for {day} once more. It does everything that is due by then,
          e-mails customers
          {failedCount === 0 ? '' : `, and retries ${countOf(failedCount, 'failed licence')}`}. Nothing is
          done twice: what was done already is not due any more.
          {trouble === undefined
            ? ''
            : ' Mails that wait for the next run go out with the run of the next day.'}
        </p>
      </ConfirmForm>,
    );
  });
  app.post('/executions/:name/again', async (c) => {
    const { planId, day } = await inspector.picture(c.req.param('name'));
    return start(c, { planId, day, again: true }, `The day was run again.`);
  });

  app.get('/executions/:name/retry', async (c) => {
    const picture = await inspector.picture(c.req.param('name'));
    const licenceIds = failedIn(picture);
    return showPage(
      c,
      { title: 'Retry failed licences', at: '/executions' },
      <ConfirmForm
        c={c}
        action={`${runPath(c.req.param('name'))}/retry`}
        label={`Retry ${countOf(licenceIds.length, 'licence')}`}
      >
        <p>
          This releases these licences and runs them at once, in an extra run dated today. It does everything
          that is due for them and e-mails their customers. Remove the cause first, or they fail again.
        </p>
        <ul>
          {picture.failed.map(({ licenceId, reason }) => (
            <li>
              <a href={licencePath(licenceId)}>{licenceId}</a>: {reason}
            </li>
          ))}
        </ul>
      </ConfirmForm>,
    );
  });
  app.post('/executions/:name/retry', async (c) => {
    const picture = await inspector.picture(c.req.param('name'));
    const licenceIds = failedIn(picture);
    return start(c, { planId: picture.planId, licenceIds: [...licenceIds] }, 'The licences were run again.');
  });
};

function failedIn({ failed, failedCount }: RunPicture): readonly string[] {
  if (failed.length === 0) throw new Refusal('This run names no failed licence.');
  if (failedCount > failed.length) {
    throw new Refusal(
      `More licences failed than a run names. Use \`npx perennial retry\` for all ${failedCount}.`,
    );
  }
  return failed.map(({ licenceId }) => licenceId);
}

/** Runs missed days one after the other, after a page that names them. */
export const addBackfill: AddPage = (app, { deployment }) => {
  const missed = async (c: ConsoleContext, planId: string) => {
    const plan = planById(planId);
    if (plan === undefined) throw new Refusal(`There is no plan ${planId.slice(0, 80)}.`);
    const today = dayIn(plan.timeZone, c.var.now);
    const from = civilDateSchema.safeParse(c.req.query('from')).data ?? today;
    const book = new RunBook(deployment);
    const lines = await book.lines(plan, { from, to: today }, c.var.now);
    const days = lines
      .filter(({ ended }) => ended === 'missed' || ended === 'aborted')
      .map(({ date }) => date);
    const [first] = days.toSorted();
    if (first === undefined) return { plan, from, toRun: [], skipped: [] };
    const { toRun, skipped } = daysToRun(
      eachDay({ from: civilDate(first), to: today }).filter((day) => days.includes(day)),
      lines,
    );
    return { plan, from, toRun, skipped };
  };

  app.get('/executions/plans/:plan/backfill', async (c) => {
    const { plan, from, toRun, skipped } = await missed(c, c.req.param('plan'));
    return showPage(
      c,
      { title: `Missed days of ${plan.name}`, at: '/executions' },
      <>
        {skipped.length === 0 ? null : (
          <ul class="muted">
            {skipped.map(({ day, because }) => (
              <li>
                {day} needs no run: {because}.
              </li>
            ))}
          </ul>
        )}
        {toRun.length === 0 ? (
          <p class="empty">No missed day needs a run of its own.</p>
        ) : (
          <ConfirmForm
            c={c}
            action={`/executions/plans/${plan.id}/backfill?from=${from}`}
            label={`Run ${countOf(toRun.length, 'day')}`}
          >
            <p>
              This runs plan {plan.id} for these days, one after the other, and e-mails customers. It stops at
              the first that fails.
            </p>
            <ul>
              {toRun.map(({ day }) => (
                <li>{day}</li>
              ))}
            </ul>
          </ConfirmForm>
        )}
      </>,
    );
  });
  app.post('/executions/plans/:plan/backfill', async (c) => {
    const { plan, toRun } = await missed(c, c.req.param('plan'));
    let ran = 0;
    for (const { day, again } of toRun) {
      const { executionArn } = await deployment.operator.run({ planId: plan.id, day, again });
      const { status } = await executionEnded(executionArn, c.req.raw.signal);
      if (status !== 'SUCCEEDED') {
        return goOn(
          c,
          `/executions/plans/${plan.id}`,
          `${countOf(ran, 'day')} done. The run of ${day} failed, and the days after it were not run.`,
        );
      }
      ran += 1;
    }
    return goOn(c, `/executions/plans/${plan.id}`, `${countOf(ran, 'day')} done.`);
  });
};
