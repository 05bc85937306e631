import { runPath, statePath } from '../../parts/paths.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { type RunPicture, RunInspector } from '../../../../client/runs/picture/run-inspector.ts';
import { failedStepOf, hubOf, stepBefore, stepsOf } from '../../../../client/runs/picture/traffic.ts';
import { allStates } from '../../../../client/runs/picture/workflow.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Table } from '../../parts/table.tsx';
import { outcomeColumns } from './run.tsx';
import { Json } from './run-words.tsx';

const onPage = 100;

/** A state of a run: input and output of one of the run itself, the licences of one that batches go through. Five requests. */
export const addRunState: AddPage = (app, { deployment }) => {
  app.get('/executions/:name/states/:state', async (c) => {
    const { name, state } = c.req.param();
    const picture = await new RunInspector(deployment).picture(name);
    if (!allStates(picture.workflow).some((one) => one.name === state)) {
      throw new Refusal(`The workflow has no state ${state.slice(0, 80)}.`);
    }
    const page = Math.max(1, Number(c.req.query('page') ?? '1') || 1);
    const isOwn = picture.workflow.states.some((one) => one.name === state);
    return showPage(
      c,
      { title: state, at: '/executions' },
      <>
        <p>
          <a href={runPath(name)}>
            Run of {picture.planId} on {picture.day}
          </a>
        </p>
        {isOwn ? (
          <OwnState picture={picture} state={state} />
        ) : (
          <Licences picture={picture} state={state} page={page} />
        )}
      </>,
    );
  });
};

/** Every passage of the run through a state. */
function OwnState({ picture, state }: { readonly picture: RunPicture; readonly state: string }) {
  const passages = picture.passages.filter((passage) => passage.state === state);
  if (passages.length === 0) return <p class="empty">The run did not reach this state.</p>;
  return (
    <>
      {passages.map(({ entered, left, input, output, error, cause }) => (
        <section class="panel">
          <Facts
            facts={[
              ['Entered', entered],
              ['Left', left],
              ['Error', error],
              ['Cause', cause],
              ['Input', <Json text={input} />],
              ['Output', output === undefined ? undefined : <Json text={output} />],
            ]}
          />
        </section>
      ))}
    </>
  );
}

function Licences({
  picture,
  state,
  page,
}: {
  readonly picture: RunPicture;
  readonly state: string;
  readonly page: number;
}) {
  const through = tripsThrough(picture, state);
  const shown = through.slice((page - 1) * onPage, page * onPage);
  const path = statePath(runPath(picture.execution.name), state);
  return (
    <>
      <Table
        caption={`The licences that went through ${state}`}
        columns={outcomeColumns}
        rows={shown}
        empty="No licence went through this state."
      />
      <nav class="pager" aria-label="Pages">
        {page > 1 ? <a href={`${path}?page=${page - 1}`}>Before</a> : null}
        {through.length > page * onPage ? <a href={`${path}?page=${page + 1}`}>After</a> : null}
        <span>{through.length.toLocaleString('en')} licences</span>
      </nav>
    </>
  );
}

function tripsThrough({ map, trips }: RunPicture, state: string): RunPicture['trips'] {
  const inner = map?.inner;
  if (inner === undefined) return [];
  const step = stepBefore(inner, state);
  if (state === inner.start || state === hubOf(inner)?.name) return trips;
  if (step !== undefined) return trips.filter((trip) => stepsOf(trip).has(step));
  const isRescue = inner.states.some(({ name, inner: own }) => name === state && own !== undefined);
  if (isRescue) return trips.filter(({ isAlone }) => isAlone);
  return trips.filter((trip) => !trip.isAlone && failedStepOf(trip) === undefined);
}
