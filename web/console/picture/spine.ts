import type { State, Way, Workflow } from '../../../client/runs/picture/workflow.ts';

/** The ways that a state goes when nothing breaks. */
export function plainWays({ ways }: State): readonly Way[] {
  return ways.filter(({ kind }) => kind !== 'catch');
}

/**
 * The longest way through a workflow, from its start to an end: at each state the way that leads furthest without coming
 * back to it, of equal ones the default. States that only lead
 * back are branches.
 */
export function spineOf(workflow: Workflow): readonly State[] {
  const byName = new Map(workflow.states.map((state) => [state.name, state]));
  const spine: State[] = [];
  const seen = new Set<string>();
  for (let state = byName.get(workflow.start); state !== undefined; state = nextOn(state)) {
    spine.push(state);
    seen.add(state.name);
  }
  return spine;

  function nextOn(state: State): State | undefined {
    const onward = plainWays(state).filter(({ to }) => !seen.has(to) && !onlyLeadsBack(to, state.name));
    const ranked = onward.map(({ to, kind }) => ({
      to,
      rank: lengthFrom(to, new Set(seen)) * 2 + Number(kind !== 'choice'),
    }));
    const best = ranked.toSorted((a, b) => b.rank - a.rank)[0];
    return best === undefined ? undefined : byName.get(best.to);
  }

  function onlyLeadsBack(name: string, to: string): boolean {
    const state = byName.get(name);
    const ways = state === undefined ? [] : plainWays(state);
    return ways.length > 0 && ways.every((way) => way.to === to);
  }

  function lengthFrom(name: string, passed: ReadonlySet<string>): number {
    const state = byName.get(name);
    if (state === undefined || passed.has(name)) return 0;
    const further = new Set([...passed, name]);
    return 1 + Math.max(0, ...plainWays(state).map(({ to }) => lengthFrom(to, further)));
  }
}
