import type { PlannedMail } from '../../contracts/operator/answers.ts';
import { reasonOfError } from '../../contracts/workflow/reason.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Event } from '../../domain/licence/events.ts';
import { mailIdOf } from '../../adapters/dynamodb/mails/mail-item.ts';
import { mailKindsOf } from '../../mail/kinds/index.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { Request } from '../operations/request.ts';
import { todayOf } from './day.ts';
import { composeUnsent, type UnsentDependencies } from '../mailing/compose-unsent.ts';
import { obstacleTo } from '../mailing/obstacle.ts';
import { contextFor, type MailContext, mailContextOf } from '../mailing/write-mail.ts';

/**
 * The mails that events of a licence would call for, with their recipients, if they happened now: each as the outbox would send it. Documents
 * that are not issued yet have no printed number in a subject, but their ids.
 */
export async function plannedMails(
  dependencies: UnsentDependencies,
  request: Request,
  licenceId: string,
  events: readonly Event[],
): Promise<readonly PlannedMail[]> {
  if (!events.some((event, index) => mailKindsOf(event, events.slice(index + 1)).length > 0)) return [];
  const loaded = await dependencies.licences.loadWithHistory(licenceId);
  if (loaded === undefined) return [];
  const { planId } = loaded.stored.licence.facts;
  const now = await mailContextOf(dependencies, loaded, todayOf(planOf(planId), request));
  const licence = events.reduce<MailContext['licence']>(evolve, now.licence);
  const then = { ...now, licence, journal: [...now.journal, ...events] };
  const planned: PlannedMail[] = [];
  for (const [index, event] of events.entries())
    for (const kind of mailKindsOf(event, events.slice(index + 1)))
      planned.push(await plannedMail(dependencies, then, kind, now.journal.length + index + 1));
  return planned;
}

async function plannedMail(
  dependencies: UnsentDependencies,
  background: MailContext,
  kind: string,
  version: number,
): Promise<PlannedMail> {
  const { licenceId } = background.licence.facts;
  const mail = { mailId: mailIdOf(licenceId, version, kind), kind, version };
  const context = await contextFor(dependencies, background, mail);
  const because = obstacleTo(mail, context)?.because;
  if (because !== undefined) return { licenceId, kind, to: [], because };
  try {
    const { to, also, cc, manager, subject } = await composeUnsent(dependencies, context, mail);
    const readers = [to, ...also, cc, manager].filter((reader) => reader !== undefined);
    return { licenceId, kind, to: readers.map(({ address }) => address), subject };
  } catch (error) {
    return { licenceId, kind, to: [], because: reasonOfError(error) };
  }
}
