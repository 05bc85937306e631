import { expect, it } from 'vitest';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const terms = { country: 'DE', customerKind: 'reseller' } as const;
const merged = { activity: 'merge-customer', to: 'C-2', terms } as const;

it('a merger keeps the open order and its payment starts the term, under the customer that stays', () => {
  const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' });
  play.on('2026-05-02', 'request-quote').on('2026-05-03', 'accept-quote').does('2026-05-04', merged);
  expect(play.licence.invoices).toHaveLength(1);
  expect(play.licence.facts).toMatchObject({ customerId: 'C-2', country: 'DE', customerKind: 'reseller' });
  play.on('2026-05-05', 'payment');
  expect(play.journal('2026-05-05')).toContain('2026-05-05 TermStarted renewal 2026-07-01..2027-06-30');
});

it('a merger keeps an open quote, and stopped mails stay stopped', () => {
  const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' }).on('2026-05-02', 'request-quote');
  play.does('2026-05-03', { activity: 'stop-mails', by: 'unsubscribe', scope: 'licence' });
  play.does('2026-05-04', merged);
  expect(play.licence).toMatchObject({
    quote: { kind: 'renewal' },
    correspondence: { stoppedOn: '2026-05-03' },
  });
});

it('a merger done twice happens once, also to a removed licence', () => {
  const play = new Play(vtubeLaserSmp, { coverEnds: '2026-12-31' });
  play.does('2026-01-02', { activity: 'remove', reason: 'twice' });
  play.does('2026-01-03', merged).does('2026-01-04', merged);
  expect(play.journal('2026-01-03')).toHaveLength(1);
  expect(play.licence.facts.customerId).toBe('C-2');
});
