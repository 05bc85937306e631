import { decimalOf } from '../billing/money.ts';
import type { Event, EventOf } from '../licence/events.ts';
import { type Answer, refuse } from '../licence/answer.ts';
import { factProblems } from '../licence/fact-problems.ts';
import { type JournalDraft, journalOf, record } from '../licence/journal-draft.ts';
import { type Facts, factsSchema, type Licence, openOrder } from '../licence/licence.ts';
import { startFirstTerm } from '../licence/register.ts';
import type { Plan } from '../plan/plan.ts';
import { type CorrectableField, correctableFields, type CorrectedFacts } from './correctable.ts';
import { termFactsOf } from './term-facts.ts';

export interface Correct {
  readonly activity: 'correct';
  readonly facts: CorrectedFacts;
  readonly reason: string;
}

/**
 * Corrects facts that were mistyped. Where the running term follows from one of them, it starts anew as at the
 * registration; that is refused once the term was charged (docs/rules.md §17.1).
 */
export function correct(plan: Plan, draft: JournalDraft, { facts: given, reason }: Correct): Answer {
  const { licence } = draft;
  const facts = withCorrections(licence.facts, given);
  const changes = changesBetween(licence.facts, facts);
  const [first] = changes;
  if (first === undefined) return refuse(draft, 'the facts are so already: there is nothing to correct');
  const [problem] = factProblems(plan, facts);
  if (problem !== undefined) return refuse(draft, `${problem.field}: expected ${problem.expected}`);
  const restartsTerm = touchesTerm(plan, licence, facts, changes);
  const charged = restartsTerm ? whyCharged(licence) : undefined;
  if (charged !== undefined) return refuse(draft, charged);
  const because = `mistyped: ${changes.map(({ field }) => field).join(', ')}`;
  const corrected = record(draft, {
    type: 'LicenceCorrected',
    changes,
    facts,
    restartsTerm,
    reason,
    because,
  });
  if (!restartsTerm) return corrected;
  const restarted = startFirstTerm(plan, corrected);
  const order = openOrder(licence);
  if (order !== undefined && restarted.licence.standing.status !== 'active') {
    return refuse(
      draft,
      `order ${order.invoiceId} is open for a term that nothing would lead to: ${creditFirst}`,
    );
  }
  return cancelledAsBefore(restarted);
}

const creditFirst = 'credit it in full first';

function withCorrections(facts: Facts, given: CorrectedFacts): Facts {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const emptied = said.map(([field, value]) => [field, value ?? undefined] as const);
  return factsSchema.parse({ ...facts, ...Object.fromEntries(emptied) });
}

function changesBetween(before: Facts, after: Facts): EventOf<'LicenceCorrected'>['changes'] {
  return correctableFields
    .map((field) => ({ field, from: written(before, field), to: written(after, field) }))
    .filter(({ from, to }) => from !== to);
}

/** A fact as a book writes it. */
function written(facts: Facts, field: CorrectableField): string {
  if (field === 'modules')
    return facts.modules.map(({ sku, listPrice }) => `${sku}=${decimalOf(listPrice)}`).join(';');
  if (field === 'onSiteTraining') return facts.onSiteTraining ? 'yes' : 'no';
  return String(facts[field] ?? '');
}

/**
 * Whether the term that runs, or ran last, follows from a fact that changes: after a reinstatement from none, nor in a
 * calendar year after the first.
 */
function touchesTerm(
  plan: Plan,
  { facts, standing, reinstatedOn }: Licence,
  after: Facts,
  changes: EventOf<'LicenceCorrected'>['changes'],
): boolean {
  const term = standing.status === 'active' ? standing.term : undefined;
  const isLaterYear =
    plan.term.kind === 'calendar-year' && term !== undefined && term.number > facts.termNumber;
  if (standing.status === 'deactivated' || reinstatedOn !== undefined || isLaterYear) return false;
  const fields = new Set<string>([...termFactsOf(plan, facts), ...termFactsOf(plan, after)]);
  return changes.some(({ field }) => fields.has(field));
}

/** Why terms stay as they are: one was invoiced or ordered, and not credited in full since. */
function whyCharged({ charged = [] }: Licence): string | undefined {
  const [invoiceId] = charged.map((each) => each.invoiceId);
  if (invoiceId === undefined) return undefined;
  return `invoice ${invoiceId} was issued for a term that follows from these facts: ${creditFirst}`;
}

/**
 * A cancellation is the customer's will, whenever the term ends: also where the licence has lapsed by it, or where an earlier
 * correction has left it without a term that it could end.
 */
function cancelledAsBefore(draft: JournalDraft): JournalDraft {
  const { standing } = draft.licence;
  if (standing.status !== 'active' || !wasCancelled(draft)) return draft;
  const because = 'renewal was cancelled before the correction';
  return record(draft, { type: 'RenewalCancelled', endsOn: standing.term.ends, because });
}

function wasCancelled(draft: JournalDraft): boolean {
  const will = journalOf(draft).findLast(
    (event) => event.type === 'RenewalCancelled' || event.type === 'RenewalResumed' || startsByOrder(event),
  );
  return will?.type === 'RenewalCancelled';
}

/** Paying an order takes a cancellation back, without an event of its own. A term that renews by itself is charged. */
function startsByOrder(event: Event): boolean {
  return event.type === 'TermStarted' && event.basis === 'renewal' && event.charge === undefined;
}
