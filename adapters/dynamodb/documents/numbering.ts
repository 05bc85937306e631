import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { documentIssuedBy } from '../../../domain/billing/document-of.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { numberIn, seriesOf } from './document-number.ts';
import type { NumberRegister } from './number-register.ts';

/** Gives the documents of one transaction their numbers, in the order in which it is asked. */
export class Numbering {
  private readonly register: NumberRegister;
  private readonly given = new Map<string, { readonly first: number; readonly licenceIds: string[] }>();

  constructor(register: NumberRegister) {
    this.register = register;
  }

  /** Has the numbers of a series begin at the one that was read when it was its turn. */
  begin(series: string, first: number): void {
    this.given.set(series, { first, licenceIds: [] });
  }

  /** The number of the document that an event issues, the next of its series; undefined where it issues none. */
  async numberOf(plan: Plan, event: Event): Promise<string | undefined> {
    const series = seriesFor(plan, event);
    if (series === undefined) return undefined;
    const entry = this.given.get(series) ?? {
      first: (await this.register.stateOf(series)).last + 1,
      licenceIds: [],
    };
    this.given.set(series, entry);
    entry.licenceIds.push(event.licenceId);
    return numberIn(series, entry.first + entry.licenceIds.length - 1);
  }

  /** The series that were begun and have numbered nothing, each with the number that would be its next. */
  unused(): readonly { readonly series: string; readonly first: number }[] {
    return [...this.given]
      .filter(([, { licenceIds }]) => licenceIds.length === 0)
      .map(([series, { first }]) => ({ series, first }));
  }

  /** The entries of the register that give these numbers: they must be written in the same transaction. */
  entries(): readonly PutCommandInput[] {
    return [...this.given]
      .filter(([, { licenceIds }]) => licenceIds.length > 0)
      .map(([series, { first, licenceIds }]) => this.register.entry(series, first, licenceIds));
  }
}

/** The series that numbers the document which an event issues; undefined where it issues none. */
export function seriesFor(plan: Plan, event: Event): string | undefined {
  const issued = documentIssuedBy(event);
  return issued && seriesOf(plan, issued.kind, event.date);
}
