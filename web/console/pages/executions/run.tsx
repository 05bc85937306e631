import { licencePath, runPath, statePath } from '../../parts/paths.ts';
import { doneInWords } from '../../../../client/runs/picture/done-in-words.ts';
import { placeOf } from '../../../../client/runs/place-of.ts';
import { type RunPicture, RunInspector } from '../../../../client/runs/picture/run-inspector.ts';
import { failedStepOf, type Traffic } from '../../../../client/runs/picture/traffic.ts';
import { allStates, type State } from '../../../../client/runs/picture/workflow.ts';
import { planById } from '../../../../plans/index.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { countInWords, Picture } from '../../picture/picture.tsx';
import { Failures } from './failures.tsx';
import { duration, timeInWords } from './run-words.tsx';

/** A run as the picture of its workflow: five requests. */
export const addRun: AddPage = (app, { deployment }) => {
  app.get('/executions/:name', async (c) => {
    const picture = await new RunInspector(deployment).picture(c.req.param('name'));
    const { execution, planId, day } = picture;
    const path = runPath(execution.name);
    return showPage(
      c,
      {
        title: `${planById(planId)?.name ?? planId}, ${day}`,
        at: '/executions',
        actions: <Actions picture={picture} path={path} />,
      },
      <>
        <Failures picture={picture} path={path} />
        <div class="run">
          <section aria-label="Picture of the run">
            <RunDrawing picture={picture} path={path} />
            <details class="counts">
              <summary>The same counts as a table</summary>
              <CountTable picture={picture} />
            </details>
          </section>
          <div>
            <Summary picture={picture} />
            <Outcomes picture={picture} path={path} />
          </div>
        </div>
      </>,
    );
  });
};

function Actions({ picture, path }: { readonly picture: RunPicture; readonly path: string }) {
  const { execution, failedCount, broke } = picture;
  if (execution.status === 'RUNNING') {
    return (
      <a class="button" href={path}>
        Look again
      </a>
    );
  }
  return (
    <ForOperators>
      {failedCount === 0 ? null : (
        <a class="button primary" href={`${path}/retry`}>
          Retry failed licences
        </a>
      )}
      <a class={broke === undefined ? 'button' : 'button primary'} href={`${path}/again`}>
        Run the day again
      </a>
    </ForOperators>
  );
}

function RunDrawing({ picture, path }: { readonly picture: RunPicture; readonly path: string }) {
  const { workflow, map, planId, day } = picture;
  const traffic = trafficOf(picture);
  const noteOf = (state: State) =>
    state.name === map?.name
      ? 'each batch has an execution of its own'
      : state.inner === undefined
        ? undefined
        : 'the same steps for each alone';
  const hrefOf = (state: State) => {
    if (state.name === map?.name) return `${path}/batches`;
    return traffic.states.has(state.name) ? statePath(path, state.name) : undefined;
  };
  return (
    <Picture
      workflow={workflow}
      traffic={traffic}
      note={noteOf}
      href={hrefOf}
      label={`Workflow of the run of ${planId} on ${day}, with the number of licences on each way`}
    />
  );
}

/** Of the run and of its batches together: names of states are unique in a workflow. */
function trafficOf({ traffic, inMap, map, failedCount, due }: RunPicture): Traffic {
  const states = new Map([...traffic.states, ...inMap.states]);
  const own = map === undefined ? undefined : states.get(map.name);
  if (map !== undefined && own !== undefined)
    states.set(map.name, { ...own, licences: due, failed: failedCount });
  return { states, ways: new Map([...traffic.ways, ...inMap.ways]) };
}

function Summary({ picture }: { readonly picture: RunPicture }) {
  const { execution, summary, due, failedCount, planId, day, isAll, trips, trouble, broke } = picture;
  const { status, started, stopped, name, arn } = execution;
  const place = placeOf(arn);
  return (
    <section class="panel">
      <h2>What it did</h2>
      {failedCount > 0 || trouble !== undefined || broke !== undefined ? null : (
        <p class="lead">
          {sentence(summary) ?? (status === 'RUNNING' ? 'It is still running.' : 'It has no summary.')}
        </p>
      )}
      <Facts
        facts={[
          ['Outcome', <OutcomeBadge status={status} />],
          [
            'Licences',
            due === 0 ? undefined : `${due} due, ${due - failedCount} done, ${failedCount} failed`,
          ],
          ['Plan', <a href={`/plans/${planId}`}>{planId}</a>],
          ['Day', day],
          ['Started', started === undefined ? undefined : `${timeInWords(started)} UTC`],
          ['Took', duration(started, stopped)],
          ['Execution', <code>{name}</code>],
          ['On AWS', place.startsWith('https:') ? <a href={place}>Open in the AWS console</a> : undefined],
        ]}
      />
      {isAll ? null : (
        <Notice kind="info">
          The counts in the picture are those of the first {trips.length.toLocaleString('en')} licences. The
          numbers of the run itself are of all.
        </Notice>
      )}
    </section>
  );
}

function OutcomeBadge({ status }: { readonly status: string }) {
  const tone = status === 'SUCCEEDED' ? 'good' : status === 'RUNNING' ? 'info' : 'bad';
  const words = status === 'SUCCEEDED' ? 'done' : status.toLowerCase().replace('_', ' ');
  return <Badge tone={tone}>{words}</Badge>;
}

function sentence(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

const mostShown = 20;

function Outcomes({
  picture: { trips: all },
  path,
}: {
  readonly picture: RunPicture;
  readonly path: string;
}) {
  const trips = all.filter((trip) => !trip.isAlone && failedStepOf(trip) === undefined);
  if (trips.length === 0) return null;
  return (
    <section>
      <h2>Licences that are done</h2>
      <Table
        caption="What the run did to each licence"
        columns={outcomeColumns}
        rows={trips.slice(0, mostShown)}
        empty=""
      />
      {trips.length > mostShown ? (
        <p class="pager">
          {mostShown} of {trips.length}. <a href={`${path}/batches`}>Batches</a> have the others.
        </p>
      ) : null}
    </section>
  );
}

export const outcomeColumns: readonly Column<RunPicture['trips'][number]>[] = [
  {
    heading: 'Licence',
    of: ({ licenceId }) => <a href={licencePath(licenceId)}>{licenceId}</a>,
  },
  { heading: 'What was done', of: ({ did, isAlone }) => doneInWords({ did, isAlone }) },
  { heading: 'Why', of: ({ because }) => because },
];

interface CountRow {
  readonly name: string;
  readonly state: string;
}

function CountTable({ picture }: { readonly picture: RunPicture }) {
  const traffic = trafficOf(picture);
  const rows: CountRow[] = allStates(picture.workflow).flatMap(({ name, ways, inner }) => [
    { name, state: countInWords(traffic.states.get(name)) },
    ...(inner === undefined ? ways : [])
      .filter(({ kind }) => kind !== 'catch')
      .map(({ to }) => ({
        name: `${name} → ${to}`,
        state: countInWords(traffic.ways.get(`${name} → ${to}`)),
      })),
  ]);
  const columns: readonly Column<CountRow>[] = [
    { heading: 'State or way', of: ({ name }) => name },
    { heading: 'Licences', of: ({ state }) => state },
  ];
  return <Table caption="Licences on each state and each way" columns={columns} rows={rows} empty="" />;
}
