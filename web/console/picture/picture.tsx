import { type Count, type Traffic, wayKey } from '../../../client/runs/picture/traffic.ts';
import type { State, Workflow } from '../../../client/runs/picture/workflow.ts';
import { type Drawing, layOut, size } from './layout.ts';

interface PictureProps {
  readonly workflow: Workflow;
  /** Of the run, and of its batches. */
  readonly traffic: Traffic;
  /** What stands below the name of a map. */
  readonly note: (state: State) => string | undefined;
  /** Where a state leads to; undefined for one that there is nothing to say about. */
  readonly href: (state: State) => string | undefined;
  readonly label: string;
}

const room = 6;

/** A workflow with the number of licences on each state and each way. Its table has the same counts. */
export function Picture({ workflow, traffic, note, href, label }: PictureProps) {
  const drawing = layOut(workflow);
  const most = Math.max(1, ...[...traffic.states.values()].map(({ licences }) => licences));
  return (
    <svg
      class="workflow"
      viewBox={`${-room} ${-room} ${drawing.width + room * 2} ${drawing.height + room * 2}`}
      width={drawing.width + room * 2}
      role="group"
      aria-label={label}
    >
      <defs>
        {(['reached', 'unreached', 'trouble'] as const).map((kind) => (
          <marker
            id={`arrow-${kind}`}
            class={kind}
            viewBox="0 0 8 8"
            refX="6.5"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0.5 0.5 7.5 4 0.5 7.5z" />
          </marker>
        ))}
      </defs>
      {drawing.frames.map((frame) => (
        <g class={`frame ${reachOf(traffic.states.get(frame.state.name))}`}>
          <rect x={frame.x} y={frame.y} width={frame.width} height={frame.height} rx="12" />
          <Label
            state={frame.state}
            x={frame.x}
            y={frame.y}
            width={frame.width}
            count={traffic.states.get(frame.state.name)}
            note={note(frame.state)}
            href={href(frame.state)}
          />
        </g>
      ))}
      <Lines drawing={drawing} traffic={traffic} most={most} />
      {drawing.boxes.map(({ state, x, y }) => (
        <g class={`state ${state.type.toLowerCase()} ${reachOf(traffic.states.get(state.name))}`}>
          <rect
            x={x}
            y={y}
            width={size.box.width}
            height={size.box.height}
            rx={isEnd(state) ? size.box.height / 2 : 9}
          />
          <Label
            state={state}
            x={x}
            y={y}
            width={size.box.width}
            count={traffic.states.get(state.name)}
            note={note(state)}
            href={href(state)}
          />
        </g>
      ))}
    </svg>
  );
}

interface LabelProps {
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly count: Count | undefined;
  readonly note: string | undefined;
  readonly href: string | undefined;
}

/** The name of a state and its count: a link where there is more to see. */
function Label({ state, x, y, width, count, note, href }: LabelProps) {
  const inset = isEnd(state) ? 20 : 14;
  const isPlain = state.type === 'Fail' && count?.waits === undefined;
  const failed = count === undefined || isPlain ? undefined : troubleInWords(count);
  const below = failed ?? note ?? '';
  const words = (
    <>
      <text class="name" x={x + inset} y={y + (below === '' ? 28 : 20)}>
        {state.type === 'Choice' ? `◇ ${state.name}` : state.name}
      </text>{' '}
      {below === '' ? null : (
        <text class={failed === undefined ? 'note' : 'note failed'} x={x + inset} y={y + 36}>
          {below}
        </text>
      )}{' '}
      {count === undefined || count.licences === 0 ? null : (
        <text class="count" x={x + width - inset} y={y + 28} text-anchor="end">
          {count.licences.toLocaleString('en')}
        </text>
      )}
    </>
  );
  if (href === undefined) return words;
  return (
    <a href={href}>
      <rect class="target" x={x} y={y} width={width} height={size.box.height} rx="9" />
      {words}
    </a>
  );
}

function Lines({
  drawing,
  traffic,
  most,
}: {
  readonly drawing: Drawing;
  readonly traffic: Traffic;
  readonly most: number;
}) {
  const lines = drawing.lines.map((line) => {
    const count =
      line.kind === 'error' ? traffic.states.get(line.to) : traffic.ways.get(wayKey(line.from, line.to));
    return { ...line, count, reach: reachOf(count), kind: line.kind };
  });
  // Reached ones last, so that no dashes lie over them.
  return (
    <>
      {lines
        .toSorted((a, b) => Number(a.reach !== 'unreached') - Number(b.reach !== 'unreached'))
        .map(({ path, label, kind, count, reach }) => (
          <g class={`way ${kind} ${kind === 'error' && reach !== 'unreached' ? 'trouble' : reach}`}>
            <path
              d={path}
              stroke-width={
                reach === 'unreached' ? 1.25 : (1.5 + (2 * (count?.licences ?? 0)) / most).toFixed(2)
              }
              marker-end={`url(#arrow-${kind === 'error' && reach !== 'unreached' ? 'trouble' : reach})`}
              marker-start={kind === 'both' && reach !== 'unreached' ? `url(#arrow-${reach})` : undefined}
            />
            {reach === 'unreached' || count?.licences === 0 ? null : (
              <text x={label.x} y={label.y} text-anchor={label.anchor}>
                {count?.licences.toLocaleString('en')}
              </text>
            )}
          </g>
        ))}
    </>
  );
}

/** How many licences, for whoever cannot see the picture. */
export function countInWords(count: Count | undefined): string {
  if (count === undefined) return 'not reached';
  if (count.broke !== undefined) return `the run broke off here: ${count.broke}`;
  const licences = count.licences === 1 ? '1 licence' : `${count.licences.toLocaleString('en')} licences`;
  const failed = count.failed === 0 ? '' : `, ${count.failed.toLocaleString('en')} failed`;
  return `${licences}${failed}${count.waits === undefined ? '' : `; ${count.waits}`}`;
}

function reachOf(count: Count | undefined): 'reached' | 'unreached' | 'trouble' {
  if (count === undefined) return 'unreached';
  return troubleInWords(count) === undefined ? 'reached' : 'trouble';
}

function troubleInWords({ failed, broke, waits }: Count): string | undefined {
  if (broke !== undefined) return 'the run broke off here';
  if (failed > 0) return `${failed.toLocaleString('en')} failed here`;
  return waits === undefined ? undefined : 'mails wait';
}

function isEnd({ type }: State): boolean {
  return type === 'Succeed' || type === 'Fail';
}
