import type { LicenceCommand } from '../../../../contracts/operator/commands.ts';
import type { CivilDate } from '../../../../domain/calendar.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { Licence } from '../../../../domain/licence/licence.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';

/** What an action's form and its check are made from. */
export interface About {
  readonly plan: Plan;
  readonly licence: Licence;
  readonly journal: readonly Event[];
  /** The plan's day now. */
  readonly today: CivilDate;
  /** The present instant in UTC. */
  readonly now: string;
  /** The printed numbers of its documents by their ids. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The published versions of its product, oldest first. */
  readonly versions: readonly string[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field of a form; it has the name of the command's field, so that what the schema says of it stands at it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: 'line' | 'lines' | 'date' | 'amount' | 'number' | 'choice' | 'choices' | 'yes' | 'modules';
  /** Left out: it may stay empty. */
  readonly required?: true;
  readonly choices?: readonly Choice[];
  readonly initial?: string;
}

/** What a form's fields have, by their names; those left empty are missing. */
export type Values = Readonly<Record<string, unknown>>;

export type Group = 'Money' | 'Quotes and orders' | 'Cover' | 'Support' | 'Updates' | 'Mails' | 'Records';

/** Something that an operator can have done to a licence. */
export interface Action {
  readonly title: string;
  /** What it does, in a sentence. */
  readonly says: string;
  readonly group: Group;
  /** Set where it cannot be taken back: the licence's id is to be typed. */
  readonly isFinal?: true;
  /** Left out: it asks nothing. */
  readonly fields?: (about: About) => readonly Field[];
  /** The command that the values give, still to be checked by its schema. Left out: the values themselves. */
  readonly command?: (values: Values, about: About) => Values;
  /** A command that is tried to know whether the action applies; a reason where none can be. Left out: it has no fields, or always applies. */
  readonly trial?: (about: About) => LicenceCommand | string;
}

/** Why in words: recorded in the journal with the operator's name. */
export const reason: Field = {
  name: 'reason',
  label: 'Reason',
  hint: 'The journal records it with your name.',
  type: 'lines',
  required: true,
};
