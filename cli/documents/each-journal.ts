import { dayIn, yearOf } from '../../domain/calendar.ts';
import type { DocumentKind } from '../../domain/billing/document-of.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { replay } from '../../domain/receivables/history.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { IssuedDocuments, type NumberedJournal } from '../../client/finding/issued-documents.ts';
import { planOf } from '../../plans/plan-of.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { chosenPlans, chosenYears, type DocumentListOptions } from './listing-options.ts';

/** A document of a list: what each has, whatever its kind. */
export interface ListedDocument {
  readonly number: string;
  readonly licenceId: string;
  readonly planId: string;
  readonly customerId: string;
  readonly issuedOn: CivilDate;
}

/** How a kind of document is listed. */
export interface Listed<Row extends ListedDocument> {
  readonly kind: DocumentKind;
  /** Whether a licence may have one that is open. */
  readonly mayBeOpen: (licence: Licence) => boolean;
  /** The documents of a journal. */
  readonly rowsOf: (plan: Plan, journal: NumberedJournal) => readonly Row[];
  readonly isAsked: (row: Row) => boolean;
}

/**
 * The documents that the options ask for, some hundred at a time, the newest first; those of a customer in the order of its
 * licences, open ones by the days on which their licences are due. Names the licences that cannot be read, and fails because of them in the end.
 */
export async function* eachPage<Row extends ListedDocument>(
  { output, signal, now }: Invocation,
  deployment: Deployment,
  options: DocumentListOptions & { readonly overdue?: boolean },
  { kind, mayBeOpen, rowsOf, isAsked }: Listed<Row>,
): AsyncGenerator<readonly Row[], void> {
  const issued = new IssuedDocuments(deployment);
  const { customer, year } = options;
  const chosen = chosenPlans(options);
  let unreadable = 0;
  if (customer !== undefined) {
    const { customerId } = await deployment.requireCustomer(customer);
    for await (const page of issued.ofCustomer(customerId)) {
      signal.throwIfAborted();
      note(page.unreadable);
      const rows = page.values.flatMap((journal) =>
        rowsOf(planOf(replay(journal.events).facts.planId), journal),
      );
      yield rows
        .filter((row) => [customer, customerId].includes(row.customerId) && isAsked(row))
        .filter(({ issuedOn }) => year === undefined || yearOf(issuedOn) === year)
        .filter(({ planId }) => chosen.some(({ id }) => id === planId))
        .toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1));
    }
  } else {
    const isOnlyOpen = options.open === true || options.overdue === true;
    for (const plan of chosen) {
      if (isOnlyOpen) {
        for await (const page of issued.open(plan.id, dayIn(plan.timeZone, now), mayBeOpen)) {
          signal.throwIfAborted();
          note(page.unreadable);
          yield page.values
            .flatMap((journal) => rowsOf(plan, journal))
            .filter(isAsked)
            .filter(({ issuedOn }) => year === undefined || yearOf(issuedOn) === year);
        }
        continue;
      }
      for (const each of chosenYears(options, plan, now)) {
        for await (const page of issued.ofYear(plan, kind, each)) {
          signal.throwIfAborted();
          note(page.unreadable);
          yield page.values
            .flatMap(({ number, journal }) => rowsOf(plan, journal).filter((row) => row.number === number))
            .filter(isAsked);
        }
      }
    }
  }
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'licence')} cannot be read.`);

  function note(problems: readonly { readonly problem: string }[]): void {
    unreadable += problems.length;
    for (const { problem } of problems) output.note(`Skipping ${problem}`);
  }
}
