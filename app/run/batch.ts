import type { BatchInput, BatchOutput, Outcome } from '../../contracts/workflow/payloads.ts';
import type { NextStep, PassStep } from '../../contracts/workflow/steps.ts';

/** Reasons are cut to this length in what a state puts out: the journal has them whole. */
const longestReason = 160;

/** What a step did to a licence, in a few words, and why. */
export interface Done {
  readonly licenceId: string;
  readonly did: string;
  readonly because: string;
}

/** The licences that a step of this pass concerns. */
export function licencesFor({ todo }: BatchInput, step: PassStep): readonly string[] {
  return todo.find((each) => each.step === step)?.licenceIds ?? [];
}

/** The batch after a step: with what it did, and the next step of the pass, or another look at the batch. */
export function afterStep(
  batch: BatchInput,
  done: readonly Done[],
  afterPass: NextStep = 'assess',
): BatchOutput {
  const todo = batch.todo.slice(1);
  return {
    ...stateOf(batch),
    todo,
    outcomes: withDone(batch.outcomes, done),
    next: todo[0]?.step ?? afterPass,
  };
}

/** What every step hands on: nothing else, so that the state never grows by what a step was called with. */
export function stateOf(batch: BatchInput): BatchInput {
  const { planId, today, execution, licences, parks, pass, todo, outcomes } = batch;
  return { planId, today, execution, licences, parks, pass, todo, outcomes };
}

export function withDone(outcomes: readonly Outcome[], done: readonly Done[]): Outcome[] {
  const byLicence = new Map(outcomes.map((outcome) => [outcome.licenceId, outcome]));
  for (const { licenceId, did, because } of done) {
    const before = byLicence.get(licenceId)?.did ?? [];
    byLicence.set(licenceId, { licenceId, did: [...before, did], because: cut(because) });
  }
  return [...byLicence.values()];
}

function cut(reason: string): string {
  return reason.length <= longestReason ? reason : `${reason.slice(0, longestReason - 1)}…`;
}
