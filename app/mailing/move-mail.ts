import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { CarriedOutRequest } from '../../adapters/dynamodb/licences/request-item.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import type { MailMove } from '../../adapters/dynamodb/mails/mail-moves.ts';
import type { MailStore } from '../../adapters/dynamodb/mails/mail-store.ts';
import type { CountMail } from '../../adapters/cloudwatch/metrics.ts';
import { requireLicence } from '../commands/change-licence.ts';
import { planOf } from '../../plans/plan-of.ts';

/** Where mails lie, and who counts them. */
export interface MailStores {
  readonly licences: LicenceStore;
  readonly mails: MailStore;
  readonly count: CountMail;
}

/** Makes a move, counts it and gives the mail as it is then. Throws `ConcurrentChange` where another came first. */
export async function moveMail({ mails, count }: MailStores, move: MailMove): Promise<Mail> {
  const { mail, set } = move;
  await mails.move(move);
  if (mail.status !== set.status) count(mail, set.status);
  return { ...mail, ...set };
}

/** The same, together with the events that record it in the journal, all or nothing. */
export async function moveMailWithEvents(
  { licences, count }: MailStores,
  move: MailMove,
  waits: boolean,
  eventsFor: (licence: Licence) => readonly Event[],
  requestOf: (stored: Stored, events: readonly Event[]) => CarriedOutRequest | undefined = () => undefined,
): Promise<Mail> {
  const { licenceId } = move.mail;
  const stored = requireLicence(licenceId, await licences.load(licenceId));
  const plan = planOf(stored.licence.facts.planId);
  const events = eventsFor(stored.licence);
  const request = requestOf(stored, events);
  await licences.commit(plan, stored, events, { moved: { move, waits }, request });
  const moved = { ...move.mail, ...move.set };
  count(moved, moved.status);
  return moved;
}
