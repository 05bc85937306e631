import type { EventOf } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ChangeContents } from './changes-content.ts';
import type { JournalHistory } from './history.ts';

export function changeQuote(
  { then, since }: JournalHistory,
  event: EventOf<'ChangeQuoted'>,
): ChangeContents['change-quote'] {
  const { quoteId, validUntil, change, price, needsNewLicence, note } = event;
  const isAccepted = since.some((later) => later.type === 'ChangeAccepted' && later.quoteId === quoteId);
  const endsWithLapse = then.standing.status === 'active';
  return { quoteId, validUntil, change, price, needsNewLicence, note, endsWithLapse, isAccepted };
}

export function changed(
  { migration }: Plan,
  { change, date }: EventOf<'LicenceChanged'>,
): ChangeContents['changed'] {
  return { change, on: date, note: change.kind === 'migration' ? migration?.note : undefined };
}
