import { type JournalDraft, journalDraft, record } from './journal-draft.ts';
import type { CivilDate } from '../calendar.ts';
import type { Event, EventOf } from './events.ts';
import { evolve } from '../evolve.ts';
import type { Charge, Facts, Licence, Term } from './licence.ts';
import type { Plan } from '../plan/plan.ts';
import { replaceContract } from '../old-contracts/replace.ts';
import { firstTerm } from '../cover/terms.ts';

/** The events of a licence's entry into the book on `facts.registeredOn` (docs/rules.md §9). */
export function register(plan: Plan, facts: Facts): readonly Event[] {
  const entry = 'the licence enters the book';
  const registered: EventOf<'LicenceRegistered'> = {
    date: facts.registeredOn,
    licenceId: facts.licenceId,
    type: 'LicenceRegistered',
    facts,
    currency: plan.currency,
    because: facts.contract === undefined ? entry : `${entry}, under its ${facts.contract}`,
  };
  const draft = journalDraft(evolve(undefined, registered), facts.registeredOn);
  const isReplaced = plan.oldContracts?.replaced.includes(facts.contract ?? '') ?? false;
  const because = `${plan.id} replaces it at once, and so cancels it`;
  return [
    registered,
    ...startFirstTerm(plan, isReplaced ? replaceContract(plan, draft, because) : draft).events,
  ];
}

/** Starts the first term of a pending licence, if its first day is known by now. */
export function startFirstTerm(plan: Plan, draft: JournalDraft): JournalDraft {
  const { licence } = draft;
  const term = licence.standing.status === 'pending' ? firstTerm(plan, licence.facts) : undefined;
  if (term === undefined) return draft;
  const { starts, ends } = term;
  const because = reason(plan, licence);
  const charge = firstCharge(plan, licence.facts, term);
  const coveredFrom = licence.facts.coverEnds === undefined ? licence.facts[plan.firstTerm.from] : undefined;
  const started = record(draft, {
    type: 'TermStarted',
    starts,
    ends,
    basis: 'initial',
    term,
    coveredFrom,
    charge,
    because,
  });
  const { registeredOn } = licence.facts;
  if (ends >= registeredOn) return started;
  return record(started, {
    type: 'MaintenanceLapsed',
    reason: 'not-renewed',
    beforeRegistration: true,
    because: `the term was over on ${ends}, before the registration on ${registeredOn}`,
  });
}

/** The fact that the first term is still waiting for; undefined where the licence is not pending. */
export function missingFact(plan: Plan, licence: Licence): Plan['firstTerm']['from'] | undefined {
  return licence.standing.status === 'pending' ? plan.firstTerm.from : undefined;
}

/** Invoiced on the first day, unless that was before the registration: then the running term counts as paid. */
function firstCharge(plan: Plan, facts: Facts, term: Term): Charge | undefined {
  const isInvoiced = plan.firstTerm.charge === 'invoiced' && facts.coverEnds === undefined;
  if (!isInvoiced || term.starts < facts.registeredOn) return undefined;
  return {
    kind: 'initial',
    termNumber: term.number,
    months: term.months === 0 ? undefined : term.months,
    chainMonths: term.chainMonths,
    from: term.starts,
    to: term.ends,
    invoiceOn: term.starts,
  };
}

function reason(plan: Plan, { facts }: Licence): string {
  if (facts.coverEnds !== undefined) return `registered with cover until ${facts.coverEnds}`;
  const from: CivilDate | undefined = facts[plan.firstTerm.from];
  return `the first term counts from ${plan.firstTerm.from} ${from ?? 'unknown'}`;
}
