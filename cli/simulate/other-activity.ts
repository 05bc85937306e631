import type { Event } from '../../domain/licence/events.ts';

/** A kind of activity other than renewals, and how often it happened. */
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
  ['updates announced, customer entitled', (event) => event.type === 'UpdateAnnounced' && event.entitled],
  [
    'updates announced, customer without cover',
    (event) => event.type === 'UpdateAnnounced' && !event.entitled,
  ],
  ['update passwords given', (event) => event.type === 'UpdatePasswordGiven'],
  ['update passwords refused', (event) => event.type === 'UpdatePasswordRefused'],
  ['term statements sent on request', (event) => event.type === 'TermStated'],
  ['changes quoted', (event) => event.type === 'ChangeQuoted'],
  ['licences changed', (event) => event.type === 'LicenceChanged'],
  ['old contracts replaced', (event) => event.type === 'ContractReplaced'],
  ['activities rejected', (event) => event.type === 'ActivityRejected'],
];

/** Counts activities other than renewals; omits those that did not happen. */
export function otherActivityOf(events: readonly Event[]): readonly OtherActivity[] {
  return kinds
    .map(([what, is]) => ({ what, times: events.filter(is).length }))
    .filter(({ times }) => times > 0);
}
