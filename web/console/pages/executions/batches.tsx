import { runPath, batchPath } from '../../parts/paths.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import {
  type InspectedExecution,
  type Passage,
  RunInspector,
} from '../../../../client/runs/picture/run-inspector.ts';
import { placeOf } from '../../../../client/runs/place-of.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Facts } from '../../parts/facts.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { duration, Json, timeInWords } from './run-words.tsx';

/** The batches of a run, fifty at a time: two requests. */
export const addBatches: AddPage = (app, { deployment }) => {
  app.get('/executions/:name/batches', async (c) => {
    const name = c.req.param('name');
    const path = runPath(name);
    const { children, next } = await new RunInspector(deployment).batches(name, c.req.query('next'));
    const columns: readonly Column<InspectedExecution>[] = [
      {
        heading: 'Batch',
        of: (batch) => <a href={batchPath(path, labelIn(batch.arn), batch.name)}>{batch.name}</a>,
      },
      { heading: 'Outcome', of: ({ status }) => <BatchBadge status={status} /> },
      { heading: 'Started, UTC', of: ({ started }) => (started === undefined ? '' : timeInWords(started)) },
      { heading: 'Took', of: ({ started, stopped }) => duration(started, stopped) ?? '', isNumber: true },
    ];
    return showPage(
      c,
      { title: 'Batches', at: '/executions' },
      <>
        <p>
          <a href={path}>The run as a picture</a>
        </p>
        <Table
          caption="The batches of the run, the latest first"
          columns={columns}
          rows={children}
          empty="This run has no batches: nothing was due."
        />
        {next === undefined ? null : (
          <nav class="pager" aria-label="Pages">
            <a href={`${path}/batches?next=${encodeURIComponent(next)}`}>More</a>
          </nav>
        )}
      </>,
    );
  });
};

/** A batch, state by state: two requests. */
export const addBatch: AddPage = (app, { deployment }) => {
  app.get('/executions/:name/batches/:label/:batch', async (c) => {
    const { name, label, batch } = c.req.param();
    if (!/^[\w-]+$/.test(label)) throw new Refusal(`There is no batch ${batch.slice(0, 100)}.`);
    const { execution, passages } = await new RunInspector(deployment).batch(label, batch);
    const { status, started, stopped, error, cause, input, output, arn } = execution;
    const place = placeOf(arn);
    return showPage(
      c,
      { title: 'Batch', at: '/executions' },
      <>
        <p>
          <a href={`${runPath(name)}/batches`}>All batches of the run</a>
        </p>
        <section class="panel">
          <Facts
            facts={[
              ['Outcome', <BatchBadge status={status} />],
              ['Started', started === undefined ? undefined : `${timeInWords(started)} UTC`],
              ['Took', duration(started, stopped)],
              ['Error', error],
              ['Cause', cause],
              [
                'On AWS',
                place.startsWith('https:') ? <a href={place}>Open in the AWS console</a> : undefined,
              ],
            ]}
          />
        </section>
        <h2>Steps</h2>
        <Table
          caption="The states that the batch went through, in order"
          columns={stepColumns}
          rows={passages}
          empty="It has not begun."
        />
        <h2>Input</h2>
        <Json text={input} />
        {output === undefined ? null : (
          <>
            <h2>Output</h2>
            <Json text={output} />
          </>
        )}
      </>,
    );
  });
};

const stepColumns: readonly Column<Passage>[] = [
  { heading: 'State', of: ({ state }) => state },
  { heading: 'Took', of: ({ entered, left }) => duration(entered, left) ?? 'not left', isNumber: true },
  {
    heading: 'Error',
    of: ({ error, cause }) => [error, cause].filter((text) => text !== undefined).join(': '),
  },
  {
    heading: 'Input and output',
    of: ({ input, output }) => (
      <details>
        <summary>Show</summary>
        <Json text={input} />
        {output === undefined ? null : <Json text={output} />}
      </details>
    ),
  },
];

function BatchBadge({ status }: { readonly status: string }) {
  return (
    <Badge tone={status === 'SUCCEEDED' ? 'good' : status === 'RUNNING' ? 'info' : 'bad'}>
      {status === 'SUCCEEDED' ? 'done' : status.toLowerCase()}
    </Badge>
  );
}

/** `…:execution:NAME/LABEL:ID` */
function labelIn(arn: string): string {
  return /:execution:[^/]+\/([^:]+):/.exec(arn)?.[1] ?? '';
}
