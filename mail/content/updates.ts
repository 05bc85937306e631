import type { EventOf } from '../../domain/licence/events.ts';
import type { InLanguages } from '../../domain/plan/language.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { MailSubject } from '../subject.ts';
import { uncoveredOn, wayBack } from './cover.ts';
import type { JournalHistory } from '../../wording/facts/history.ts';
import { benefitNamed } from './named.ts';
import type { UpdateContents } from './update-content.ts';

export function updateAvailable(
  plan: Plan,
  { product, version }: EventOf<'UpdateAnnounced'>,
): UpdateContents['update-available'] {
  return { product, version, benefit: benefitOfUpdates(plan) };
}

export function updateMissed(
  subject: MailSubject,
  history: JournalHistory,
  event: EventOf<'UpdateAnnounced'>,
): UpdateContents['update-missed'] {
  return { ...denied(subject, history, event), benefit: benefitOfUpdates(subject.plan) };
}

/** Throws where whoever sends it has not derived the password. */
export function updatePassword(
  { updatePassword: password }: MailSubject,
  { licenceId, product, version }: EventOf<'UpdatePasswordGiven'>,
): UpdateContents['update-password'] {
  if (password !== undefined) return { product, version, password };
  throw new Error(`licence ${licenceId}: the mail of the password for ${product} ${version} lacks it`);
}

/** The update that an event denies to the licence. */
export function denied(
  { plan, today }: MailSubject,
  history: JournalHistory,
  { date, product, version }: EventOf<'UpdateAnnounced' | 'UpdatePasswordRefused'>,
): UpdateContents['update-refused'] {
  const uncovered = uncoveredOn(plan, history.then, date);
  return { product, version, uncovered, wayBack: wayBack(plan, history, today) };
}

function benefitOfUpdates(plan: Plan): InLanguages {
  if (plan.updates === null) throw new Error(`plan ${plan.id} announces no updates`);
  return benefitNamed(plan, plan.updates.benefit);
}
