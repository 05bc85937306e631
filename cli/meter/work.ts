import { outputs } from '../../contracts/deployment/stacks.ts';
import { type Counts, differenceOf, type MeterReading, sumOf } from '../../local/meter/reading.ts';

/** What was done for licences, and what AWS bills for it. */
export interface Work extends Counts {
  /** Licences brought up to date by a run, each once a day. */
  readonly licenceActions: number;
  readonly mails: number;
  readonly documents: number;
}

/** What the embedded cloud counts, without the actions, which only the runs know of. */
type Counted = Omit<Work, 'licenceActions'>;

/** What a reading says of the work done; `deployed` are the outputs of the stacks. */
export function countedIn(
  { counts, mails, objects }: MeterReading,
  deployed: Readonly<Record<string, string>>,
): Counted {
  return { mails, documents: objects[deployed[outputs.documentsBucket] ?? ''] ?? 0, ...counts };
}

/** What was counted from one reading to a later one. */
export function between(earlier: Counted, later: Counted): Counted {
  return {
    mails: later.mails - earlier.mails,
    documents: later.documents - earlier.documents,
    ...differenceOf(later, earlier),
  };
}

/** Two counts together. */
export function together(one: Counted, other: Counted): Counted {
  return {
    mails: one.mails + other.mails,
    documents: one.documents + other.documents,
    ...sumOf(one, other),
  };
}

export type { Counted };
