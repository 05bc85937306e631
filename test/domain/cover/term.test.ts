import { expect, it } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const asked = (play: Play, day: string) => play.on(day, 'ask-term').events.at(-1);
const member = () => new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });

it('says that a term renews by itself, until renewal is cancelled', () => {
  expect(asked(member(), '2026-02-01')).toMatchObject({
    until: '2026-12-31',
    renews: true,
    because: 'the term ends on 2026-12-31, and the next one starts by itself',
  });
  const cancelled = member().on('2026-02-01', 'cancel');
  expect(asked(cancelled, '2026-02-02')).toMatchObject({
    inForce: true,
    until: '2026-12-31',
    renews: false,
    because: 'cover ends on 2026-12-31: it does not renew by itself',
  });
});

it('says of a lapse for want of payment that cover ended with the day before it', () => {
  expect(asked(member(), '2026-05-01')).toMatchObject({ inForce: false, until: '2026-04-15' });
});

it('says of a licence that came in after its term was over when that was', () => {
  const play = new Play(smartertoolsMaintenance, { coverEnds: '2025-10-31' });
  expect(asked(play, '2026-02-01')).toMatchObject({ inForce: false, until: '2025-10-31' });
});

it('says that cover goes on after the term while an order can be paid', () => {
  const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).on(
    '2026-05-20',
    'accept-quote',
  );
  expect(asked(play, '2026-06-10')).toMatchObject({
    inForce: true,
    until: '2026-05-30',
    because: 'the term ended on 2026-05-30; cover goes on while its order can be paid',
  });
});

it('says of a subscription since when it is covered, and until when once it is deactivated', () => {
  const play = new Play(netjapanMaintenance, { purchasedOn: '2025-06-20', model: 'subscription' });
  expect(asked(play, '2026-02-01')).toMatchObject({
    inForce: true,
    since: '2025-06-20',
    renews: true,
    because: 'a subscription is covered until it is deactivated',
  });
  expect(play.events.at(-1)).not.toHaveProperty('until');
  play.on('2026-03-01', 'deactivate');
  expect(asked(play, '2026-03-02')).toMatchObject({
    inForce: false,
    since: '2025-06-20',
    until: '2026-02-28',
  });
});

it('says on the last day of the term that cover ends, and nothing of a licence that has no term yet', () => {
  const play = new Play(smartertoolsMaintenance, { coverEnds: '2026-03-31' });
  expect(asked(play, '2026-03-31')?.because).toBe('cover ends on 2026-03-31: it does not renew by itself');
  const pending = asked(new Play(vtubeLaserSmp), '2026-02-01');
  expect(pending).toMatchObject({ inForce: false, renews: false });
  expect(pending).not.toHaveProperty('since');
  expect(pending).not.toHaveProperty('until');
});
