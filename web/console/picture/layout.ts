import type { State, Workflow } from '../../../client/runs/picture/workflow.ts';
import { plainWays, spineOf } from './spine.ts';

/** Sizes in CSS pixels. The whole fits a narrow window. */
export const size = {
  box: { width: 244, height: 46 },
  indent: 66,
  /** From the left edge of a box to the line that comes in and goes out. */
  trunk: 32,
  gap: 28,
  sideGap: 12,
  /** To the left of boxes, for ways back and for what errors lead to. */
  margin: 34,
  frame: { padding: 14, head: 54 },
} as const;

interface Box {
  readonly state: State;
  readonly x: number;
  readonly y: number;
}

/** A map with its own workflow inside. */
interface Frame extends Box {
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly from: string;
  readonly to: string;
  /** A path of SVG. */
  readonly path: string;
  /** Where the count stands. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
  /** `both`: there and back. */
  readonly kind: 'forth' | 'both' | 'back' | 'error';
}

/** A workflow laid out from top to bottom. */
export interface Drawing {
  readonly boxes: readonly Box[];
  readonly frames: readonly Frame[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/**
 * Lays a workflow out as a trunk with branches: its longest way runs down, the other states of a choice branch off to the
 * right, ways back and what errors lead to are on the left. A distributed map is a frame with its own trunk.
 */
export function layOut(workflow: Workflow): Drawing {
  const at = { boxes: new Array<Box>(), frames: new Array<Frame>(), lines: new Array<Line>() };
  const end = place(workflow, 0, 0, at);
  const right = Math.max(
    ...at.boxes.map(({ x }) => x + size.box.width),
    ...at.frames.map(({ x, width }) => x + width),
  );
  return { ...at, width: right, height: end };
}

interface Placed {
  readonly boxes: Box[];
  readonly frames: Frame[];
  readonly lines: Line[];
}

/** Gives the y below everything. */
function place(workflow: Workflow, x: number, top: number, at: Placed): number {
  const spine = spineOf(workflow);
  const byName = new Map(workflow.states.map((state) => [state.name, state]));
  const tops = new Map<string, number>();
  const trunk = x + size.trunk;
  let y = top;
  spine.forEach((state, index) => {
    tops.set(state.name, y);
    const bottom = placeOne(state, x, y, at);
    const next = spine[index + 1];
    y = bottom;
    for (const { to } of plainWays(state)) {
      const side = byName.get(to);
      const before = tops.get(to);
      if (before !== undefined && to !== state.name) {
        at.lines.push(backLine(state.name, to, x, tops.get(state.name) ?? y, before));
      } else if (side !== undefined && side.name !== next?.name && before === undefined) {
        y += size.sideGap;
        const isBoth = plainWays(side).some((way) => way.to === state.name);
        at.boxes.push({ state: side, x: x + size.indent, y });
        at.lines.push(sideLine(state.name, to, x, bottom, y, isBoth));
        y += size.box.height;
      }
    }
    if (next !== undefined) {
      const from = bottom;
      y += size.gap;
      const path = `M${trunk} ${from}V${y - 2}`;
      const label = { x: trunk + 9, y: y - size.gap / 2 + 4, anchor: 'start' as const };
      at.lines.push({ from: state.name, to: next.name, path, label, kind: 'forth' });
    }
  });
  return placeCaught(workflow, spine, x, y, at, tops);
}

/** A box, or a frame with what is inside; gives its lower edge. */
function placeOne(state: State, x: number, y: number, at: Placed): number {
  const { inner } = state;
  if (inner === undefined || !state.isDistributed) {
    at.boxes.push({ state, x, y });
    return y + size.box.height;
  }
  const { padding, head } = size.frame;
  const bottom = place(inner, x + padding + size.margin, y + head, at) + padding;
  const width = padding * 2 + size.margin + size.indent + size.box.width;
  at.frames.push({ state, x, y, width, height: bottom - y });
  return bottom;
}

/** What errors lead to, at the end: one line stands for all states that they can come from. */
function placeCaught(
  workflow: Workflow,
  spine: readonly State[],
  x: number,
  below: number,
  at: Placed,
  tops: ReadonlyMap<string, number>,
): number {
  const [first] = spine;
  const caught = new Set(
    workflow.states.flatMap(({ ways }) => ways.flatMap(({ to, kind }) => (kind === 'catch' ? [to] : []))),
  );
  let y = below;
  for (const state of workflow.states.filter(({ name }) => caught.has(name) && !tops.has(name))) {
    if (first === undefined) break;
    y += size.gap;
    at.boxes.push({ state, x: x + size.indent, y });
    const middle = y + size.box.height / 2;
    const left = x - 26;
    const from = (tops.get(first.name) ?? y) + size.box.height - 12;
    at.lines.push({
      from: first.name,
      to: state.name,
      path: `M${x} ${from}H${left + 6}Q${left} ${from} ${left} ${from + 6}V${middle - 6}Q${left} ${middle} ${left + 6} ${middle}H${x + size.indent - 2}`,
      label: { x: x + size.indent - 10, y: middle - 6, anchor: 'end' },
      kind: 'error',
    });
    y += size.box.height;
  }
  return y;
}

function sideLine(from: string, to: string, x: number, bottom: number, y: number, isBoth: boolean): Line {
  const middle = y + size.box.height / 2;
  const trunk = x + size.trunk;
  const path = `M${trunk} ${bottom}V${middle - 6}Q${trunk} ${middle} ${trunk + 6} ${middle}H${x + size.indent - 2}`;
  const label = { x: x + size.indent - 9, y: middle - 6, anchor: 'end' as const };
  return { from, to, path, label, kind: isBoth ? 'both' : 'forth' };
}

function backLine(from: string, to: string, x: number, low: number, high: number): Line {
  const [start, end] = [low + size.box.height / 2, high + size.box.height / 2];
  const left = x - 14;
  const path = `M${x} ${start}H${left + 6}Q${left} ${start} ${left} ${start - 6}V${end + 6}Q${left} ${end} ${left + 6} ${end}H${x - 2}`;
  return { from, to, path, label: { x: x - 2, y: (start + end) / 2 + 4, anchor: 'end' }, kind: 'back' };
}
