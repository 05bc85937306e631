import type { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import {
  type ResumeMails,
  resumeMails,
  type StopMails,
  stopMails,
} from '../../domain/correspondence/stop-mails.ts';
import { decideBy } from '../../domain/licence/decision.ts';
import type { JournalDraft } from '../../domain/licence/journal-draft.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence, requireLicence } from '../commands/change-licence.ts';

/** What a reader has done with the reminders, offers and news of a licence. */
type StopOrResume = (StopMails | ResumeMails) & { readonly on: CivilDate };

/** Stops such mails of a licence or resumes them, and journals it. Throws where there is no such licence. */
export async function stopOrResume(
  licences: LicenceStore,
  licenceId: string,
  command: StopOrResume,
): Promise<void> {
  await changeLicence(licences, licenceId, (stored) => {
    const { licence } = requireLicence(licenceId, stored);
    const { events } = decideBy((draft) => answerTo(draft, command), licence, command, command.on);
    return { plan: planOf(licence.facts.planId), events };
  });
}

/** Does the same to every licence of a customer, one after the other; done twice it is the same. */
export async function stopOrResumeAllOf(
  { licences, index }: { readonly licences: LicenceStore; readonly index: CustomerIndex },
  customerId: string,
  command: StopOrResume,
): Promise<void> {
  for (const licenceId of await index.licences(customerId)) await stopOrResume(licences, licenceId, command);
}

function answerTo(draft: JournalDraft, command: StopOrResume): JournalDraft {
  switch (command.activity) {
    case 'stop-mails':
      return stopMails(draft, command);
    case 'resume-mails':
      return resumeMails(draft, command);
  }
}
