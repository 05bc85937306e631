import { runPath } from '../../parts/paths.ts';
import { RunBook } from '../../../../client/runs/run-book.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import type { RunLine } from '../../../../client/runs/run-line.ts';
import { addDays, civilDateSchema, dayIn } from '../../../../domain/calendar.ts';
import { planById } from '../../../../plans/index.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { RunBadge } from './run-words.tsx';

const daysShown = 31;

/** The runs of one plan, extra ones too, and days without a run: four requests, and one for each run that has not ended. */
export const addPlanRuns: AddPage = (app, { deployment }) => {
  app.get('/executions/plans/:plan', async (c) => {
    const plan = planById(c.req.param('plan'));
    if (plan === undefined) throw new Refusal(`There is no plan ${c.req.param('plan').slice(0, 80)}.`);
    const today = dayIn(plan.timeZone, c.var.now);
    const to = civilDateSchema.safeParse(c.req.query('to')).data ?? today;
    const days = { from: addDays(to, 1 - daysShown), to };
    const lines = await new RunBook(deployment).lines(plan, days, c.var.now);
    const isMissed = lines.some(({ ended }) => ended === 'missed' || ended === 'aborted');
    return showPage(
      c,
      {
        title: `Executions of ${plan.name}`,
        at: '/executions',
        actions: isMissed ? (
          <ForOperators>
            <a class="button" href={`/executions/plans/${plan.id}/backfill?from=${days.from}`}>
              Run missed days
            </a>
          </ForOperators>
        ) : undefined,
      },
      <>
        <Table
          caption={`The runs of plan ${plan.id} from ${days.from} to ${days.to}`}
          columns={columns}
          rows={lines}
          empty={`Plan ${plan.id} has not run from ${days.from} to ${days.to}.`}
        />
        <nav class="pager" aria-label="Other days">
          <a href={`/executions/plans/${plan.id}?to=${addDays(days.from, -1)}`}>Earlier</a>
          {to < today ? (
            <a href={`/executions/plans/${plan.id}?to=${addDays(to, daysShown)}`}>Later</a>
          ) : null}
        </nav>
      </>,
    );
  });
};

const columns: readonly Column<RunLine>[] = [
  {
    heading: 'Day',
    of: ({ date, execution }) => (execution === undefined ? date : <a href={runPath(execution)}>{date}</a>),
  },
  { heading: 'Outcome', of: (line) => <RunBadge line={line} /> },
  { heading: 'Run', of: ({ run }) => (run === 'daily' ? 'of the day' : 'extra') },
  { heading: 'Due', of: ({ due }) => due ?? '', isNumber: true },
  { heading: 'Done', of: ({ done }) => done ?? '', isNumber: true },
  { heading: 'Failed', of: ({ failed }) => failed ?? '', isNumber: true },
  { heading: 'Mails unknown', of: ({ unknown }) => unknown ?? '', isNumber: true },
  {
    heading: 'Reason',
    of: ({ because, ended }) => because ?? (ended === 'missed' ? 'The next run catches up.' : ''),
  },
];
