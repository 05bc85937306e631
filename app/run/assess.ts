import type { CivilDate } from '../../domain/calendar.ts';
import { stepsOfPass } from '../../domain/licence/run-pass.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { BatchInput, BatchOutput } from '../../contracts/workflow/batch.ts';
import { type PassStep, passSteps } from '../../contracts/workflow/steps.ts';
import { planOf } from '../../plans/plan-of.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { type Done, stateOf, withDone } from './batch.ts';
import { eachLicence, type ParkingDependencies } from './each-licence.ts';

/** More passes than any licence needs: what is due even then waits for the next run. */
const mostPasses = 12;

/** Finds what the next pass has to do for each licence of a batch, and by which step. */
export async function assess(assessing: ParkingDependencies, batch: BatchInput): Promise<BatchOutput> {
  const { today, licences } = batch;
  const steps = new Map<PassStep, string[]>(passSteps.map((step) => [step, []]));
  const stored = await assessing.licences.loadEach(licences.map(({ licenceId }) => licenceId));
  const done = await eachLicence(assessing, batch, 'assess', [...stored.keys()], async (licenceId) => {
    const found = stored.get(licenceId);
    if (found instanceof Error) throw found;
    const licence = requireLicence(licenceId, found);
    const wanted = stepsFor(licence, today);
    for (const step of wanted) steps.get(step)?.push(licenceId);
    if (wanted.length > 0) return undefined;
    // A plan that was edited may have moved the day on which this licence is to be looked at.
    await assessing.licences.settle(planOf(licence.licence.facts.planId), licence, []);
    return batch.outcomes.some((outcome) => outcome.licenceId === licenceId)
      ? undefined
      : upToDate(licenceId, licence, today);
  });
  const todo = [...steps]
    .filter(([, ids]) => ids.length > 0)
    .map(([step, licenceIds]) => ({ step, licenceIds }));
  const isOver = batch.pass >= mostPasses;
  return {
    ...stateOf(batch),
    pass: batch.pass + 1,
    todo: isOver ? [] : todo,
    outcomes: withDone(batch.outcomes, done),
    next: isOver ? 'none' : (todo[0]?.step ?? 'none'),
  };
}

/** Mails go out at the end of each pass, those too that a run before left waiting. */
function stepsFor({ licence, outbox, mailsOn, parked }: Stored, today: CivilDate): readonly PassStep[] {
  if (parked !== undefined) return [];
  const acting = stepsOfPass(planOf(licence.facts.planId), licence, today);
  const isMailDue = outbox.length > 0 && (mailsOn === undefined || mailsOn <= today);
  return acting.length > 0 || isMailDue ? [...acting, 'deliver-mail'] : [];
}

function upToDate(licenceId: string, { parked }: Stored, today: CivilDate): Done {
  return parked === undefined
    ? { licenceId, did: 'nothing', because: `nothing is due on ${today}` }
    : { licenceId, did: 'nothing', because: `parked on ${parked.on}: ${parked.reason}` };
}
