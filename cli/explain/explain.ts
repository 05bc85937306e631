import type { CivilDate } from '../../domain/calendar.ts';
import { planOf } from '../../plans/plan-of.ts';
import { noSuchLicence } from '../../client/deployment/deployment.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { dayOf, licenceAsOf } from '../licence/on-day.ts';
import { asData } from './explanation.ts';
import { outlookOf } from './outlook.ts';
import { standingNotes } from './standing-notes.ts';
import { recordedEventsOf } from './recorded-events.ts';
import { printExplanation } from './print-explanation.ts';

/** Prints what happened to a licence and why, and what will happen, as of now or the end of the day `named`. */
export async function explain(
  at: Invocation,
  given: string,
  named: CivilDate | undefined,
  asJson: boolean,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const licenceId = await deployment.idOf(given);
  const history = await deployment.history(licenceId);
  if (history === undefined) throw noSuchLicence(licenceId);
  const journal = history.events.map(({ event }) => event);
  const licence = licenceAsOf(journal, licenceId, named);
  const plan = planOf(licence.facts.planId);
  const today = dayOf(plan, at, undefined);
  const on = named ?? today;
  if (on > today) throw refused(`--on ${on} is in the future. Omit --on for the outlook.`);
  const { parked } = history;
  const explanation = {
    plan,
    licence,
    on,
    isPast: named !== undefined,
    parked: parked !== undefined && parked.on <= on ? parked : undefined,
    events: recordedEventsOf(history, named),
    notes: standingNotes(plan, licence),
    outlook: outlookOf(plan, licence, on),
  };
  if (asJson) at.output.json(asData(explanation));
  else printExplanation(at.output, explanation);
}
