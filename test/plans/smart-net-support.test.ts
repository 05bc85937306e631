import { expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.ts';
import { smartNetUserGroup as plan } from '../../plans/smart-net-user-group.ts';
import { Play } from '../support/application/play.ts';

const member = () => new Play(plan, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
const ticket = {
  activity: 'open-ticket',
  at: instant('2026-05-04T10:00:00+12:00'),
  emergency: false,
} as const;

it('gives members support free of charge', () => {
  const play = member().on('2026-01-20', 'payment').does('2026-05-04', ticket);
  expect(play.journal('2026-05-04')).toEqual(['2026-05-04 TicketOpened L-1-T1 free']);
});

it('charges technical support at commercial rates after lapsing, and quotes what rejoining costs', () => {
  const play = member().does('2026-05-04', ticket);
  expect(play.journal('2026-05-04')).toEqual([
    '2026-05-04 TicketOpened L-1-T1 charged',
    '2026-05-04 QuoteIssued reinstatement 1y=48000',
  ]);
  expect(play.events.find((event) => event.type === 'TicketOpened')).toMatchObject({ rate: 'commercial' });
});

it('sells no emergency support and has no remote access', () => {
  const play = member()
    .on('2026-01-20', 'payment')
    .does('2026-05-04', { ...ticket, emergency: true });
  play.does('2026-05-04', ticket).does('2026-05-04', { activity: 'grant-access', ticketId: 'L-1-T1' });
  expect(play.journal('2026-05-04')).toEqual([
    '2026-05-04 ActivityRejected open-ticket',
    '2026-05-04 TicketOpened L-1-T1 free',
    '2026-05-04 ActivityRejected grant-access',
  ]);
});
