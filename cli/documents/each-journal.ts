import type { DocumentKind } from '../../domain/billing/document-of.ts';
import { type CivilDate, dayIn, yearOf } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { replay } from '../../domain/receivables/history.ts';
import type { Deployment, ReadItems } from '../../client/deployment/deployment.ts';
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
 * licences, open ones by the days on which their licences are due. Names the licences that cannot be read, and fails because of
 * them in the end.
 */
export async function* eachPage<Row extends ListedDocument>(
  { output, signal, now }: Invocation,
  deployment: Deployment,
  options: ListOptions,
  listed: Listed<Row>,
): AsyncGenerator<readonly Row[], void> {
  let problems = 0;
  for await (const { values, unreadable } of pagesOf(deployment, options, listed, now)) {
    signal.throwIfAborted();
    problems += unreadable.length;
    for (const { problem } of unreadable) output.note(`Skipping ${problem}`);
    yield values.filter(listed.isAsked);
  }
  if (problems > 0) throw failed(`${countOf(problems, 'licence')} cannot be read.`);
}

type ListOptions = DocumentListOptions & { readonly overdue?: boolean };

async function* pagesOf<Row extends ListedDocument>(
  deployment: Deployment,
  options: ListOptions,
  listed: Listed<Row>,
  now: string,
): AsyncGenerator<ReadItems<Row>, void> {
  const issued = new IssuedDocuments(deployment);
  if (options.customer !== undefined) {
    const { customerId } = await deployment.requireCustomer(options.customer);
    yield* pagesOfCustomer(issued, customerId, options, listed);
    return;
  }
  const isOnlyOpen = options.open === true || options.overdue === true;
  for (const plan of chosenPlans(options)) {
    if (isOnlyOpen) yield* openPages(issued, plan, options, listed, now);
    else for (const year of chosenYears(options, plan, now)) yield* pagesOfYear(issued, plan, year, listed);
  }
}

async function* pagesOfCustomer<Row extends ListedDocument>(
  issued: IssuedDocuments,
  customerId: string,
  options: ListOptions,
  { rowsOf }: Listed<Row>,
): AsyncGenerator<ReadItems<Row>, void> {
  const chosen = chosenPlans(options);
  for await (const { values, unreadable } of issued.ofCustomer(customerId)) {
    const rows = values
      .flatMap((journal) => rowsOf(planOf(replay(journal.events).facts.planId), journal))
      .filter((row) => [options.customer, customerId].includes(row.customerId))
      .filter(isOfYear(options))
      .filter(({ planId }) => chosen.some(({ id }) => id === planId))
      .toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1));
    yield { values: rows, unreadable };
  }
}

async function* openPages<Row extends ListedDocument>(
  issued: IssuedDocuments,
  plan: Plan,
  options: ListOptions,
  { mayBeOpen, rowsOf }: Listed<Row>,
  now: string,
): AsyncGenerator<ReadItems<Row>, void> {
  for await (const { values, unreadable } of issued.open(plan.id, dayIn(plan.timeZone, now), mayBeOpen)) {
    const rows = values.flatMap((journal) => rowsOf(plan, journal)).filter(isOfYear(options));
    yield { values: rows, unreadable };
  }
}

async function* pagesOfYear<Row extends ListedDocument>(
  issued: IssuedDocuments,
  plan: Plan,
  year: number,
  { kind, rowsOf }: Listed<Row>,
): AsyncGenerator<ReadItems<Row>, void> {
  for await (const { values, unreadable } of issued.ofYear(plan, kind, year)) {
    const rows = values.flatMap(({ number, journal }) =>
      rowsOf(plan, journal).filter((row) => row.number === number),
    );
    yield { values: rows, unreadable };
  }
}

/** Whether a document was issued in the year that the options name; where they name none, all are wanted. */
function isOfYear({ year }: ListOptions): (row: ListedDocument) => boolean {
  return ({ issuedOn }) => year === undefined || yearOf(issuedOn) === year;
}
