import type { Event } from '../../domain/licence/events.ts';
import type { About } from '../../wording/facts/about.ts';
import type { JournalHistory } from '../../wording/facts/history.ts';
import type { CalendarDay } from '../calendar/day.ts';
import type { Block } from '../letter/letter.ts';
import type { MailLocaliser } from '../letter/localiser.ts';
import type { MailSubject } from '../message/subject.ts';

/** What a mail is written from. */
export interface Material extends MailSubject {
  readonly localiser: MailLocaliser;
  readonly history: JournalHistory;
  readonly about: About;
}

/** What differs from mail to mail; the rest of the letter is the same for all. */
export interface Writing {
  readonly subject: string;
  readonly body: readonly Block[];
  /** What the mail enters into the reader's calendar, or takes out of it. */
  readonly calendar?: CalendarDay | undefined;
}

/** A kind of mail (docs/rules.md §13). */
interface Definition<Name extends string, Called extends Event> {
  readonly name: Name;
  /** The event, if it calls for this mail; `after` is what was recorded with it, after it. */
  readonly calledBy: (event: Event, after: readonly Event[]) => Called | undefined;
  /** Set where the customer that a licence was transferred from gets it, and not its customer. */
  readonly toFormerCustomer?: true;
  /** The customer's contact that gets it first. */
  readonly to: 'technical' | 'billing';
  readonly copyToPartner: boolean;
  /** Whether the customer's account manager gets a copy. Unset: no. */
  readonly copyToManager?: true;
  /**
   * What happens if it is not known whether it was sent: an invoice that arrives twice may be paid twice, so an operator
   * looks first; a reminder that arrives twice does less harm than none.
   */
  readonly ifUnknown: 'send-again' | 'hold';
  /** Whether its reader can stop such mails: reminders, offers and news that were not asked for. Unset: no. */
  readonly canBeStopped?: (event: Called) => boolean;
  readonly write: (material: Material, event: Called) => Writing;
  /** The same for several licences that share it, in the order of their ids. Unset: it is never shared. */
  readonly writeShared?: (lines: readonly [SharedBy<Called>, ...SharedBy<Called>[]]) => Writing;
}

/** A licence that shares a mail, and its event. */
export interface SharedBy<Called extends Event> {
  readonly material: Material;
  readonly event: Called;
}

/** A kind of mail as those see it that send mails. */
export interface Kind<Name extends string = string> extends Pick<
  Definition<Name, Event>,
  'name' | 'to' | 'toFormerCustomer' | 'copyToPartner' | 'copyToManager' | 'ifUnknown'
> {
  /** Whether its reader can never stop it: bills, and what a contract or a request calls for. */
  readonly isNotice: boolean;
  readonly isCalledBy: (event: Event, after: readonly Event[]) => boolean;
  readonly canBeStopped: (event: Event) => boolean;
  /** Throws if the event of the material calls for another mail, or if `others` share one that is never shared. */
  readonly write: (material: Material, others?: readonly Material[]) => Writing;
}

export function defineKind<Name extends string, Called extends Event>(
  definition: Definition<Name, Called>,
): Kind<Name> {
  const { calledBy, canBeStopped, write, writeShared, ...addressing } = definition;
  const called = (material: Material) => {
    const { event, since } = material.history;
    const found = calledBy(event, since);
    if (found !== undefined) return { material, event: found };
    const { licenceId, type, date } = event;
    throw new Error(`licence ${licenceId}: ${type} of ${date} does not call for the mail ${definition.name}`);
  };
  return {
    ...addressing,
    isNotice: canBeStopped === undefined,
    isCalledBy: (event, after) => calledBy(event, after) !== undefined,
    canBeStopped: (event) => {
      const found = calledBy(event, []);
      return found !== undefined && canBeStopped?.(found) === true;
    },
    write: (material, others = []) => {
      const first = called(material);
      if (others.length === 0) return write(material, first.event);
      if (writeShared === undefined) throw new Error(`the mail ${definition.name} is never shared`);
      return writeShared([first, ...others.map(called)]);
    },
  };
}
