import { due } from '../../domain/agenda.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import { requireLicence, retryOnConflict } from '../../app/commands/change-licence.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import type { NextStep } from '../../contracts/steps.ts';
import { type StepInput, stepInput } from '../../contracts/payloads.ts';
import { planOf } from '../../plans/plan-of.ts';

const licences = openLicences(documentClient(), process.env);

interface Assessment {
  readonly next: NextStep;
  readonly because: string;
}

/** Finds what to do next for a licence: mails that wait, then what the plan owes it on this day. */
export async function handler(input: unknown): Promise<StepInput & Assessment> {
  const step = parseAt('the input', stepInput, input);
  const { today, licenceId } = step;
  return retryOnConflict(async () => {
    const stored = requireLicence(licenceId, await licences.load(licenceId));
    const assessment = assess(stored, today);
    // A plan that was edited may have moved the day on which this licence was to be looked at.
    if (assessment.next === 'none') await licences.settle(planOf(stored.licence.facts.planId), stored, []);
    return { ...step, ...assessment };
  });
}

function assess({ licence, outbox, mailsOn, parked }: Stored, today: CivilDate): Assessment {
  if (parked !== undefined) return { next: 'none', because: `parked on ${parked.on}: ${parked.reason}` };
  if (outbox.length > 0 && (mailsOn === undefined || mailsOn <= today)) {
    return { next: 'deliver-mail', because: `waiting in the outbox: ${outbox.join(', ')}` };
  }
  const [first] = due(planOf(licence.facts.planId), licence, today);
  if (first === undefined) return { next: 'none', because: `nothing is due on ${today}` };
  return { next: first.step, because: first.because };
}
