import type { EventOf } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ChangeContents } from './changes-content.ts';

export function changed(
  { migration }: Plan,
  { change, date }: EventOf<'LicenceChanged'>,
): ChangeContents['changed'] {
  return { change, on: date, note: change.kind === 'migration' ? migration?.note : undefined };
}
