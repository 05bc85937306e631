import { type BatchInput, type BatchOutput, type Outcome, shares } from '../../contracts/workflow/batch.ts';
import type { NextStep, PassStep } from '../../contracts/workflow/steps.ts';

/** Of a licence for which a run did nothing else. */
const mailOnly = 'its mail had waited';

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
    const before = byLicence.get(licenceId);
    // A mail that was sent has no reason of its own: what was decided calls for it.
    const reason = because === '' ? (before?.because ?? mailOnly) : cut(because);
    byLicence.set(licenceId, { licenceId, did: [...(before?.did ?? []), did], because: reason });
  }
  const all = [...byLicence.values()];
  return sizeOf(all) <= shares.outcomes ? all : all.map((each) => shortened(each, all.length));
}

/** Only the last thing that was done to it, and as much of the reason as there is room for. The journal has all. */
function shortened(outcome: Outcome, count: number): Outcome {
  const room = Math.floor(shares.outcomes / count) - 1;
  const { licenceId, did, because } = outcome;
  if (sizeOf(outcome) <= room) return outcome;
  const last = cut(did.at(-1) ?? '', longestShort);
  const short = { licenceId, did: did.length > 1 ? ['…', last] : [last] };
  const left = room - sizeOf({ ...short, because: '' });
  return { ...short, because: cut(because, Math.max(0, Math.floor(left / bytesOfCharacter))) };
}

const longestShort = 80;
/** At the most, in UTF-8; those that JSON writes as two stay below it. */
const bytesOfCharacter = 3;

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function cut(text: string, longest: number = longestReason): string {
  if (text.length <= longest) return text;
  return longest === 0 ? '' : `${text.slice(0, longest - 1)}…`;
}
