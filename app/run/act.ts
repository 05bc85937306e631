import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { performStep } from '../../domain/licence/run-pass.ts';
import { countAction } from '../../adapters/cloudwatch/metrics.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { ActInput } from '../../contracts/workflow/action.ts';
import type { BatchOutput } from '../../contracts/workflow/batch.ts';
import type { ActingStep } from '../../contracts/workflow/steps.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence, requireLicence } from '../commands/change-licence.ts';
import { actTogether, type Decided } from './act-together.ts';
import { afterStep, type Done, licencesFor } from './batch.ts';
import { eachLicence, type ParkingDependencies } from './each-licence.ts';

/** Together with their events, so many fit into one transaction; the rest goes into the next. */
const mostActionsAtOnce = 15;

/**
 * Does what is due at one step to each licence of a batch that it concerns; decided anew, so that it can be repeated.
 * @param clock the time in milliseconds since 1970
 */
export async function act(
  acting: ParkingDependencies,
  { next: step, ...batch }: ActInput,
  clock: () => number,
): Promise<BatchOutput> {
  const { today, execution } = batch;
  const licences = acting.licences
    .causedBy({ by: 'execution', execution })
    .puttingTogether({ occasion: '', all: false });
  const decide = (stored: Stored) => decideStep(step, stored, today);
  // Documents are numbered in this order (docs/rules.md §4.13).
  const licenceIds = licencesFor(batch, step).toSorted();
  const together = await actTogether(licences, licenceIds, decide, clock);
  const isDone = (licenceId: string) => {
    const decided = together.get(licenceId);
    return decided !== undefined && !mayBeMore(decided);
  };
  const alone = licenceIds.filter((licenceId) => !isDone(licenceId));
  const done = await eachLicence(acting, batch, step, alone, async (licenceId) => {
    const decisions = [together.get(licenceId) ?? nothing];
    let decided;
    do {
      decided = await changeLicence(licences, licenceId, (stored) =>
        decide(requireLicence(licenceId, stored)),
      );
      decisions.push(decided);
    } while (mayBeMore(decided));
    return doneBy(step, licenceId, decisions);
  });
  const doneTogether = [...together]
    .filter(([licenceId]) => isDone(licenceId))
    .map(([licenceId, decided]) => doneBy(step, licenceId, [decided]))
    .filter((one) => one !== undefined);
  return afterStep(batch, [...doneTogether, ...done]);
}

function mayBeMore({ because }: Pick<Decided, 'because'>): boolean {
  return because.length === mostActionsAtOnce;
}

const nothing = { events: [], because: [] };

function decideStep(step: ActingStep, { licence, parked }: Stored, today: CivilDate): Decided {
  const plan = planOf(licence.facts.planId);
  if (parked !== undefined) return { plan, ...nothing };
  return { plan, ...performStep(plan, licence, step, today, mostActionsAtOnce) };
}

function doneBy(
  step: ActingStep,
  licenceId: string,
  decisions: readonly Pick<Decided, 'events' | 'because'>[],
): Done | undefined {
  const events = decisions.flatMap((decided) => decided.events);
  const because = decisions.flatMap((decided) => decided.because);
  if (events.length === 0) return undefined;
  countAction(step);
  return { licenceId, did: `${step}: ${events.map(inWords).join(', ')}`, because: because.join('; ') };
}

function inWords(event: Event): string {
  return 'reminder' in event ? `${event.type} ${event.reminder}` : event.type;
}
