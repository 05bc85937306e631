import type { Event } from '../../domain/licence/events.ts';

/** Something that happened beside the renewals, and how often. */
export interface OtherActivity {
  readonly what: string;
  readonly times: number;
}

const kinds: readonly (readonly [what: string, is: (event: Event) => boolean])[] = [
  ['support tickets, free', (event) => event.type === 'TicketOpened' && event.terms === 'free'],
  ['support tickets, charged', (event) => event.type === 'TicketOpened' && event.terms === 'charged'],
  ['emergency tickets sold', (event) => event.type === 'TicketOpened' && event.terms === 'emergency'],
  ['support declined', (event) => event.type === 'SupportDeclined'],
  ['remote access granted', (event) => event.type === 'RemoteAccessGranted'],
  ['customers told of an update', (event) => event.type === 'UpdateAnnounced' && event.entitled],
  ['customers told what they miss', (event) => event.type === 'UpdateAnnounced' && !event.entitled],
  ['update passwords given', (event) => event.type === 'UpdatePasswordGiven'],
  ['update passwords refused', (event) => event.type === 'UpdatePasswordRefused'],
  ['terms stated on request', (event) => event.type === 'TermStated'],
  ['changes quoted', (event) => event.type === 'ChangeQuoted'],
  ['licences changed', (event) => event.type === 'LicenceChanged'],
  ['old contracts replaced', (event) => event.type === 'ContractReplaced'],
  ['activities rejected', (event) => event.type === 'ActivityRejected'],
];

/** Counts what happened beside the renewals; omits what did not happen. */
export function otherActivityOf(events: readonly Event[]): readonly OtherActivity[] {
  return kinds
    .map(([what, is]) => ({ what, times: events.filter(is).length }))
    .filter(({ times }) => times > 0);
}
