import type { AnswerOf, Delivered, PlannedMail } from '../../../contracts/operator/answers.ts';
import type { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import { sideBySide } from '../../../adapters/dynamodb/table/side-by-side.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { MailingDependencies } from '../../mailing/deliver.ts';
import { deliverAfter } from '../../operations/deliver-after.ts';
import { earlierResult, type Request } from '../../operations/request.ts';
import type { SharedDocument } from '../../documents/shared-document.ts';
import { applyToLicence, previewOnLicence, requireStored } from '../apply-to-licence.ts';
import { todayOf } from '../day.ts';
import { plannedMails } from '../planned-mails.ts';
import { type Done, linesFor, type OnLine } from './lines-for.ts';
import type { OnDocument } from './shared-command.ts';

/** How a command is carried out: `on` an earlier day than today, or only tried out. */
interface How {
  readonly on?: CivilDate | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Applies a command to the licences of a shared document that it concerns, one after the other in the order of their ids,
 * and sends what it calls for: one invoice, one receipt (docs/rules.md §17.5). If one would reject it, only that is
 * recorded. A repetition of the request does what is missing. A dry run decides and writes nothing.
 */
export async function carryOutOnDocument(
  mailing: MailingDependencies,
  request: Request,
  asked: OnDocument,
  { on, dryRun }: How,
): Promise<AnswerOf<'command'>> {
  const { licences } = mailing;
  const { document } = asked;
  const [{ licenceId: first }] = document.lines;
  const { planId } = requireStored(first, await licences.load(first)).licence.facts;
  const today = todayOf(planOf(planId), request);
  const done = await doneBefore(licences, request, document);
  const lines = await linesFor(licences, asked, on ?? today, done);
  const missing = lines.filter(({ licenceId }) => !done.has(licenceId));
  const planned = await preview(licences, request, missing, on);
  const rejected = planned.find(({ decision }) => decision.outcome === 'rejected');
  if (dryRun === true)
    return rejected === undefined
      ? { ...answerOf(planned), planned: await plannedTogether(mailing, request, planned) }
      : answerOf([rejected]);
  const together = licences.puttingTogether({ occasion: request.requestId, all: true });
  const events: Event[] = [...done.values()].flat();
  for (const { licenceId, command } of rejected === undefined ? missing : [rejected]) {
    const { result, events: made } = await applyToLicence(together, request, licenceId, command, on);
    events.push(...made);
    const reason = `licence ${licenceId}: ${result.reason ?? 'no reason was given'}`;
    if (result.outcome === 'rejected')
      return { outcome: 'rejected', reason, code: result.code, events, mails: [] };
  }
  const touched = new Set([...done.keys(), ...missing.map(({ licenceId }) => licenceId)]);
  return {
    outcome: 'accepted',
    events,
    ...(await deliverAll(mailing, request, [...touched].toSorted(), today)),
  };
}

/** What this request did to licences of the document when it came before. */
async function doneBefore(
  licences: LicenceStore,
  request: Request,
  { lines }: SharedDocument,
): Promise<Done> {
  const licenceIds = [...new Set(lines.map(({ licenceId }) => licenceId))];
  const done = await sideBySide(licenceIds, async (licenceId) => {
    const earlier = await earlierResult(licences, licenceId, request);
    if (earlier === undefined) return undefined;
    const events = (await licences.events(licenceId)).slice(earlier.firstEvent - 1, earlier.lastEvent);
    return [licenceId, events] as const;
  });
  return new Map(done.filter((one) => one !== undefined));
}

type Planned = OnLine & { readonly decision: Awaited<ReturnType<typeof previewOnLicence>> };

async function preview(
  licences: LicenceStore,
  request: Request,
  lines: readonly OnLine[],
  on: CivilDate | undefined,
): Promise<readonly Planned[]> {
  return sideBySide(lines, async ({ licenceId, command }) => {
    const decision = await previewOnLicence(licences, request, licenceId, command, on);
    return { licenceId, command, decision };
  });
}

function answerOf(planned: readonly Planned[]): AnswerOf<'command'> {
  const events = planned.flatMap(({ decision }) => [...decision.events]);
  const [rejected] = planned.flatMap(({ licenceId, decision }) =>
    decision.outcome === 'rejected'
      ? [{ reason: `licence ${licenceId}: ${decision.reason}`, code: decision.code }]
      : [],
  );
  return rejected === undefined
    ? { outcome: 'accepted', events, mails: [] }
    : { outcome: 'rejected', ...rejected, events, mails: [] };
}

/** What one mail says for all licences is what it says for the first, but for its subject. */
async function plannedTogether(
  mailing: MailingDependencies,
  request: Request,
  [first, ...others]: readonly Planned[],
): Promise<PlannedMail[]> {
  if (first === undefined) return [];
  const planned = await plannedMails(mailing, request, first.licenceId, first.decision.events);
  return planned.map((mail) => (others.length === 0 ? mail : { ...mail, subject: undefined }));
}

/** Most licences have no mail: the first one has what they share. */
async function deliverAll(
  mailing: MailingDependencies,
  request: Request,
  licenceIds: readonly string[],
  today: CivilDate,
): Promise<Delivered> {
  const mails: Delivered['mails'] = [];
  for (const licenceId of licenceIds) {
    const delivered = await deliverAfter(mailing, request, licenceId, today, undefined);
    mails.push(...delivered.mails);
    if (delivered.problem !== undefined) return { mails, problem: delivered.problem };
  }
  return { mails };
}
