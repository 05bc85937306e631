import { runPath } from '../../parts/paths.ts';
import { RunBook } from '../../../../client/runs/run-book.ts';
import type { RunLine } from '../../../../client/runs/run-line.ts';
import { addDays, type CivilDate, civilDateSchema, dayIn } from '../../../../domain/calendar.ts';
import { eachDay } from '../../../../domain/time/days.ts';
import { plans } from '../../../../plans/index.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { RunBadge } from './run-words.tsx';

const daysShown = 14;

/** The runs of all plans, a row for each day: two requests at most, and one for each run that has not ended. */
export const addRuns: AddPage = (app, { deployment }) => {
  app.get('/executions', async (c) => {
    const { now } = c.var;
    const today = dayIn('UTC', now);
    const to = civilDateSchema.safeParse(c.req.query('to')).data ?? addDays(today, 1);
    const days = { from: addDays(to, 1 - daysShown), to };
    const lines = await new RunBook(deployment).ofPlans(plans, days, now);
    const rows = [...eachDay(days)]
      .reverse()
      .filter((day) => day <= today || lines.some(({ date }) => date === day));
    return showPage(
      c,
      { title: 'Executions', at: '/executions' },
      <>
        <p class="muted">
          Each plan runs once a day. Open a run to see what it did, licence by licence, and why.
        </p>
        <RunGrid days={rows} lines={lines} />
        <nav class="pager" aria-label="Other days">
          <a href={`/executions?to=${addDays(days.from, -1)}`}>Earlier</a>
          {to < today ? <a href={`/executions?to=${addDays(to, daysShown)}`}>Later</a> : null}
        </nav>
      </>,
    );
  });
};

function RunGrid({
  days,
  lines,
}: {
  readonly days: readonly CivilDate[];
  readonly lines: readonly RunLine[];
}) {
  if (lines.length === 0) return <p class="empty">No plan has run in these days.</p>;
  const cells = new Map(lines.map((line) => [`${line.date} ${line.planId}`, line]));
  return (
    <table class="grid-runs">
      <caption class="unseen">The runs of each plan, day by day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {plans.map(({ id }) => (
            <th scope="col">
              <a href={`/executions/plans/${id}`}>{id}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr>
            <th scope="row">{day}</th>
            {plans.map(({ id }) => (
              <td data-label={id}>
                <RunCell line={cells.get(`${day} ${id}`)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RunCell({ line }: { readonly line: RunLine | undefined }) {
  if (line === undefined) return <span class="muted">—</span>;
  const { execution, due, done, ended } = line;
  const counts =
    ended === 'done' && (due ?? 0) > 0 ? (
      <span class="muted small"> {`${done ?? 0} of ${due ?? 0}`}</span>
    ) : null;
  const badge = <RunBadge line={line} />;
  return execution === undefined ? (
    badge
  ) : (
    <>
      <a href={runPath(execution)}>
        <span class="unseen">
          {line.planId} on {line.date}:{' '}
        </span>
        {badge}
      </a>
      {counts}
    </>
  );
}
