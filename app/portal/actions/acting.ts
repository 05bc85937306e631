import { createHash } from 'node:crypto';
import type { CarriedOutRequest } from '../../../adapters/dynamodb/licences/request-item.ts';
import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { AnswerOf } from '../../../contracts/operator/answers.ts';
import { carryOutCommand } from '../../commands/carry-out-command.ts';
import { earlierResult, type Request } from '../../operations/request.ts';
import type { PortalDependencies } from '../dependencies.ts';
import type { Visit } from '../reader.ts';
import type { Refusal } from '../refusal.ts';
import type { ActionResult, Submission } from './result.ts';

/** What every action is given: who asks, for what, under which id, and where it is recorded as the reader's. */
export interface Acting<Input> {
  readonly portal: PortalDependencies;
  readonly visit: Visit;
  readonly request: Request;
  readonly input: Input;
}

/** What is written for an action says who asked for it, on whose page. */
export function actingOf<Input>(
  portal: PortalDependencies,
  visit: Visit,
  name: string,
  { requestId, input }: Submission<Input>,
): Acting<Input> {
  const { reader, now, through } = visit;
  const who = reader.address;
  const licences = portal.mailing.licences.causedBy({
    by: 'reader',
    who,
    ...(through !== undefined && { through }),
  });
  const asked = JSON.stringify([name, reader.customerId, input]);
  const fingerprint = createHash('sha256').update(asked).digest('hex');
  return {
    portal: { ...portal, mailing: { ...portal.mailing, licences } },
    visit,
    request: { requestId, who, now, sendersTime: portal.sendersTime(), fingerprint },
    input,
  };
}

/** What this form did to a licence when it was sent before; undefined where it is sent for the first time. */
export function sentBefore(
  { portal, request }: Acting<unknown>,
  licenceId: string,
): Promise<CarriedOutRequest | undefined> {
  return earlierResult(portal.mailing.licences, licenceId, request);
}

/** A command by the one way to change licences, with the mails that it calls for. */
export function carryOut(
  { portal, request }: Acting<unknown>,
  licenceId: string,
  command: LicenceCommand,
): Promise<AnswerOf<'command'>> {
  return carryOutCommand(portal.mailing, request, { kind: 'command', licenceId, command });
}

/** Why a command was rejected; undefined where it was not. */
export function refusalOfAnswer({ outcome, reason, code }: AnswerOf<'command'>): Refusal | undefined {
  return outcome === 'accepted' ? undefined : { code: code ?? 'other', detail: reason ?? '' };
}

/** The result of what was accepted, now or when the form was sent before. */
export function accepted<Did>(did: Did, isRepeated: boolean): ActionResult<Did> {
  return isRepeated ? { outcome: 'already-done', did } : { outcome: 'done', did };
}

export function refusedFor(refusal: Refusal): Extract<ActionResult, { readonly outcome: 'refused' }> {
  return { outcome: 'refused', refusal };
}

/** The printed number of the document that one of the events issued. */
export async function numberIssued(
  { portal }: Acting<unknown>,
  licenceId: string,
  documentId: string | undefined,
): Promise<string | undefined> {
  if (documentId === undefined) return undefined;
  const found = await portal.mailing.licences.loadWithHistory(licenceId);
  return found?.history.documents.find((document) => document.documentId === documentId)?.number;
}

export function invoiceIn(events: readonly Event[]): string | undefined {
  return events.find((event) => event.type === 'InvoiceIssued')?.invoiceId;
}
