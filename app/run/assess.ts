import { due } from '../../domain/agenda.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { openLicences } from '../commands/open-licences.ts';
import type { NextStep } from '../../contracts/steps.ts';
import type { StepInput } from '../../contracts/payloads.ts';
import type { Settings } from '../../contracts/settings.ts';
import { planOf } from '../../plans/plan-of.ts';

/** Where `assess` finds licences. */
export function openAssessing(settings: Settings): LicenceStore {
  return openLicences(documentClient(), settings);
}

interface Assessment {
  readonly next: NextStep;
  readonly because: string;
}

/** Finds what to do next for a licence: mails that wait, then what the plan owes it on this day. */
export async function assess(licences: LicenceStore, step: StepInput): Promise<StepInput & Assessment> {
  const { today, licenceId } = step;
  return retryOnConflict(async () => {
    const stored = requireLicence(licenceId, await licences.load(licenceId));
    const assessment = assessStored(stored, today);
    // A plan that was edited may have moved the day on which this licence was to be looked at.
    if (assessment.next === 'none') await licences.settle(planOf(stored.licence.facts.planId), stored, []);
    return { ...step, ...assessment };
  });
}

function assessStored({ licence, outbox, mailsOn, parked }: Stored, today: CivilDate): Assessment {
  if (parked !== undefined) return { next: 'none', because: `parked on ${parked.on}: ${parked.reason}` };
  if (outbox.length > 0 && (mailsOn === undefined || mailsOn <= today)) {
    return { next: 'deliver-mail', because: `waiting in the outbox: ${outbox.join(', ')}` };
  }
  const [first] = due(planOf(licence.facts.planId), licence, today);
  if (first === undefined) return { next: 'none', because: `nothing is due on ${today}` };
  return { next: first.step, because: first.because };
}
