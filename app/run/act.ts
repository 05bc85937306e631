import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { performStep } from '../../domain/licence/run-pass.ts';
import { countAction } from '../../adapters/cloudwatch/metrics.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { ActInput, BatchOutput } from '../../contracts/workflow/payloads.ts';
import type { ActingStep } from '../../contracts/workflow/steps.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence, requireLicence } from '../commands/change-licence.ts';
import { afterStep, type Done, licencesFor } from './batch.ts';
import { eachLicence, type ParkingDependencies } from './each-licence.ts';

/** A transaction takes 100 items: the licence, its events and their mails. */
const mostActionsAtOnce = 15;

/** Does what is due at one step to each licence of a batch that it concerns; decided anew, so that it can be repeated. */
export async function act(
  acting: ParkingDependencies,
  { next: step, ...batch }: ActInput,
): Promise<BatchOutput> {
  const { today, execution } = batch;
  const licences = acting.licences.causedBy({ by: 'execution', execution });
  const licenceIds = licencesFor(batch, step);
  const done = await eachLicence(acting, batch, licenceIds, async (licenceId) => {
    const made: Event[] = [];
    const because: string[] = [];
    for (let isMore = true; isMore;) {
      const change = await changeLicence(licences, licenceId, (stored) =>
        decideStep(step, requireLicence(licenceId, stored), today),
      );
      made.push(...change.events);
      because.push(...change.because);
      isMore = change.because.length === mostActionsAtOnce;
    }
    return made.length === 0 ? undefined : doneBy(step, licenceId, made, because);
  });
  return afterStep(batch, done);
}

function decideStep(step: ActingStep, { licence, parked }: Stored, today: CivilDate) {
  const plan = planOf(licence.facts.planId);
  if (parked !== undefined) return { plan, events: [], because: [] };
  return { plan, ...performStep(plan, licence, step, today, mostActionsAtOnce) };
}

function doneBy(
  step: ActingStep,
  licenceId: string,
  events: readonly Event[],
  because: readonly string[],
): Done {
  countAction(step);
  return { licenceId, did: `${step}: ${events.map(inWords).join(', ')}`, because: because.join('; ') };
}

function inWords(event: Event): string {
  return 'reminder' in event ? `${event.type} ${event.reminder}` : event.type;
}
