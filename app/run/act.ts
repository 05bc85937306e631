import { isDeepStrictEqual } from 'node:util';
import { due, type DueAction } from '../../domain/agenda.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { perform } from '../../domain/licence/perform.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { countAction } from '../../adapters/cloudwatch/metrics.ts';
import { changeLicence, requireLicence } from '../commands/change-licence.ts';
import { openLicences } from '../commands/open-licences.ts';
import type { ActInput, StepInput } from '../../contracts/payloads.ts';
import type { Settings } from '../../contracts/settings.ts';
import type { ActingStep } from '../../contracts/steps.ts';
import { planOf } from '../../plans/plan-of.ts';

/** Where `act` finds licences. */
export function openActing(settings: Settings): LicenceStore {
  return openLicences(documentClient(), settings);
}

/** What a step did, in plain words. */
export interface StepOutput extends StepInput {
  readonly decided: string;
  readonly because: string;
}

/**
 * Does one thing that is due to a licence, if it is due first and is this step's: a step that is repeated,
 * late or out of turn changes nothing.
 */
export async function act(licences: LicenceStore, { step, ...input }: ActInput): Promise<StepOutput> {
  const { licenceId, today, execution } = input;
  const done = await changeLicence(licences.causedBy({ by: 'execution', execution }), licenceId, (stored) =>
    decideStep(step, requireLicence(licenceId, stored), today),
  );
  if (done.events.length > 0) countAction(step);
  return { ...input, decided: done.decided, because: done.because };
}

function decideStep(step: ActingStep, { licence, parked }: Stored, today: CivilDate) {
  const plan = planOf(licence.facts.planId);
  const nothing = { plan, events: [], decided: 'nothing to do' };
  if (parked !== undefined) return { ...nothing, because: `parked on ${parked.on}: ${parked.reason}` };
  const [first] = due(plan, licence, today);
  if (first === undefined) return { ...nothing, because: `nothing is due on ${today}` };
  if (first.step !== step) return { ...nothing, because: `${first.step} is due first: ${first.because}` };
  const events = perform(plan, licence, first, today);
  refuseEndlessWork(plan, licence, first, events, today);
  return { plan, events, decided: `${step}: ${events.map(inWords).join(', ')}`, because: first.because };
}

function inWords(event: Event): string {
  return 'reminder' in event ? `${event.type} ${event.reminder}` : event.type;
}

/** An action that stays due when it is done would be done, and mailed, without end. */
function refuseEndlessWork(
  plan: Plan,
  licence: Licence,
  action: DueAction,
  events: readonly Event[],
  today: CivilDate,
): void {
  const after = events.reduce(evolve, licence);
  if (due(plan, after, today).some((next) => isDeepStrictEqual(next, action))) {
    throw new Error(`${action.step} is still due after it was done: ${action.because}`);
  }
}
