import type { CivilDate } from '../../../domain/calendar.ts';
import type { Asked } from '../people/operator.ts';
import type { SaidPayment } from '../people/payment-system.ts';
import type { Deployment } from '../world/deployment.ts';
import type { LicenceHistory } from './history.ts';

/** Everything that a play has left behind. */
export interface Judged {
  readonly histories: readonly LicenceHistory[];
  readonly deployment: Deployment;
  /** What operators asked for, with the answers that arrived. */
  readonly asked: readonly Asked[];
  /** What the payment system said. */
  readonly said: readonly SaidPayment[];
  /** The day of the last runs. */
  readonly today: CivilDate;
}

/** What must hold of every licence whatever the weather was. It gives in words what it found broken. */
type Rule = (history: LicenceHistory, judged: Judged) => readonly string[];

export type Rules = Readonly<Record<string, Rule>>;

/** The texts that come more than once, each once. */
export function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
