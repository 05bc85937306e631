import { runPath } from '../../parts/paths.ts';
import { EmbeddedClock } from '../../../../client/clock/embedded-clock.ts';
import { countOf } from '../../../../client/words/count-of.ts';
import type { Fired } from '../../../../client/clock/fired.ts';
import { type Move, Moves } from '../../../../client/clock/moves.ts';
import { nextEventOf } from '../../../../client/clock/next-event.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { addDays, type CivilDate, civilDateSchema, daysBetween } from '../../../../domain/calendar.ts';
import type { AddPage, ConsoleContext } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { Badge } from '../../parts/badge.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';
import { Notice } from '../../parts/notice.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { timeInWords } from '../executions/run-words.tsx';

/** Moves the clock of the embedded cloud, and shows what the schedules in between did. */
export const addClock: AddPage = (app, { deployment }) => {
  const moves = new Moves();

  app.get('/clock', async (c) => {
    const { now, date, isMoved } = await requireClock().read();
    const { last } = moves;
    const isMoving = last?.ended === false;
    if (isMoving) c.header('refresh', '1');
    const licence = c.req.query('licence') ?? '';
    return showPage(
      c,
      { title: 'Clock of the embedded cloud' },
      <>
        <p class="lead">
          It is {timeInWords(now).slice(0, 'yyyy-mm-dd hh:mm'.length)} UTC
          {isMoved ? '' : ', the time of this machine'}.
        </p>
        {isMoving ? null : (
          <ForOperators>
            <MoveForms c={c} date={date} licence={licence} />
          </ForOperators>
        )}
        {last === undefined ? null : <LastMove move={last} />}
      </>,
    );
  });

  app.post('/clock', async (c) => {
    const clock = requireClock();
    const { date } = await clock.read();
    const to = await targetOf(await c.req.parseBody(), date);
    if (!moves.start(clock, date, to))
      throw new Refusal('The clock is moving already. Wait until it has arrived.');
    return c.redirect('/clock', 303);
  });

  async function targetOf(form: Record<string, unknown>, date: CivilDate): Promise<CivilDate> {
    const { by, to, licence } = form;
    if (by === 'day') return addDays(date, 1);
    if (by === 'week') return addDays(date, 7);
    if (by === 'licence' && typeof licence === 'string' && licence.trim() !== '') {
      const next = nextEventOf(await deployment.licence(licence.trim()));
      return next > date ? next : addDays(date, 1);
    }
    const named = civilDateSchema.safeParse(to);
    if (by === 'date' && named.success) return named.data;
    throw new Refusal('Name a date or a licence to move to.');
  }
};

function requireClock(): EmbeddedClock {
  const clock = EmbeddedClock.in(process.env);
  if (clock !== undefined) return clock;
  throw new Refusal('Nobody can move the clock of AWS. Only the embedded cloud can travel in time.');
}

function MoveForms({
  c,
  date,
  licence,
}: {
  readonly c: ConsoleContext;
  readonly date: CivilDate;
  readonly licence: string;
}) {
  return (
    <>
      <p class="muted">
        Moving the clock fires every schedule in between, in order: the runs of all plans, and the digest.
        Customers’ mails go to the mail viewer of the cloud. The clock never goes back.
      </p>
      <div class="panels">
        <section class="panel">
          <h2>A day or a week</h2>
          <ConfirmForm c={c} action="/clock" label="Move a day">
            <input type="hidden" name="by" value="day" />
          </ConfirmForm>
          <ConfirmForm c={c} action="/clock" label="Move a week">
            <input type="hidden" name="by" value="week" />
          </ConfirmForm>
        </section>
        <section class="panel">
          <h2>To the next event of a licence</h2>
          <ConfirmForm c={c} action="/clock" label="Move to its next event">
            <input type="hidden" name="by" value="licence" />
            <div class="field">
              <label for="licence">Licence</label>
              <input id="licence" name="licence" value={licence} required placeholder="SN-1002" />
            </div>
          </ConfirmForm>
        </section>
        <section class="panel">
          <h2>To a date</h2>
          <ConfirmForm c={c} action="/clock" label="Move to the date">
            <input type="hidden" name="by" value="date" />
            <div class="field">
              <label for="to">Date</label>
              <input id="to" name="to" type="date" min={date} required />
            </div>
          </ConfirmForm>
        </section>
      </div>
    </>
  );
}

function LastMove({ move: { from, to, passed, ended, problem } }: { readonly move: Move }) {
  const fired = passed.flatMap((day) => day.fired);
  const busy = fired.filter(
    (one) => one.ended !== 'idle' && (one.planId !== undefined || one.ended === 'failed'),
  );
  const total = Math.max(1, daysBetween(from, to));
  return (
    <section>
      <h2>
        From {from} to {to}
      </h2>
      {problem === undefined ? null : <Notice kind="warning">{problem}</Notice>}
      {ended ? null : (
        <p role="status">
          <progress value={passed.length} max={total} aria-label="Days that have passed" /> {passed.length} of{' '}
          {total} days
        </p>
      )}
      <p>
        {fired.length} schedules fired.{' '}
        {busy.length === 0
          ? 'No run had anything to do'
          : `${countOf(busy.length, 'run')} had something to do`}
        {ended ? '.' : ' so far.'}
      </p>
      {busy.length === 0 ? null : (
        <Table caption="Runs that had something to do" columns={columns} rows={busy} empty="" />
      )}
    </section>
  );
}

const columns: readonly Column<Fired>[] = [
  { heading: 'Fired, UTC', of: ({ at }) => timeInWords(at).slice(0, 'yyyy-mm-dd hh:mm'.length) },
  { heading: 'Plan', of: ({ planId, schedule }) => planId ?? schedule },
  {
    heading: 'Outcome',
    of: ({ ended }) => <Badge tone={ended === 'failed' ? 'bad' : 'good'}>{ended}</Badge>,
  },
  {
    heading: 'What it did',
    of: ({ did, execution }) => (execution === undefined ? did : <a href={runPath(execution)}>{did}</a>),
  },
];
