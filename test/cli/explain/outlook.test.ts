import { describe, expect, test } from 'vitest';
import { outlookOf } from '../../../cli/explain/outlook.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/play.ts';

function lines({ plan, licence }: Play): string[] {
  return outlookOf(plan, licence).map(
    ({ on, what, unless }) => `${on} ${what}${unless === undefined ? '' : ` unless ${unless}`}`,
  );
}

function member(): Play {
  const facts = { country: 'NZ', coverEnds: '2026-12-31', registeredOn: '2026-12-01' };
  return new Play(smartNetUserGroup, facts).until('2027-01-15');
}

describe('what lies ahead of a licence, and what would change it', () => {
  test('an invoice that is open: how much is to be paid by when', () => {
    expect(lines(member())).toEqual([
      '2027-02-14 reminder payment-30 goes out unless invoice L-1-I1 is paid before',
      '2027-03-16 reminder payment-60 goes out unless invoice L-1-I1 is paid before',
      '2027-04-01 reminder final-notice goes out unless invoice L-1-I1 is paid before',
      '2027-04-16 maintenance lapses unless NZD 552.00 is paid by 2027-04-15',
      '2027-12-31 the next term starts unless renewal is cancelled by 2027-12-31',
    ]);
  });

  test('what was paid in part is not asked for again', () => {
    const play = member().on('2027-01-20', 'payment', 200_00);
    expect(lines(play)).toContain('2027-04-16 maintenance lapses unless NZD 352.00 is paid by 2027-04-15');
  });

  test('a quote that is open, and the end of cover that accepting it would put off', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-03-31', registeredOn: '2026-01-01' });
    expect(lines(play.until('2026-02-01'))).toEqual([
      '2026-03-01 reminder expiry-30 goes out unless the next term is ordered or renewal is cancelled before',
      '2026-03-24 reminder expiry-7 goes out unless the next term is ordered or renewal is cancelled before',
      '2026-04-01 quote L-1-Q1 expires unless it is accepted by 2026-03-31',
      '2026-04-01 maintenance lapses unless quote L-1-Q1 is accepted by 2026-03-31 and its order paid',
    ]);
  });

  test('an order that is open, and the end of cover that it holds off', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-03-31', registeredOn: '2026-01-01' });
    play.on('2026-03-20', 'accept-quote', 1);
    expect(lines(play)).toEqual(['2026-04-20 order L-1-I1 is voided unless it is paid by 2026-04-19']);
  });

  test('no quote yet', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-12-31', registeredOn: '2026-01-01' });
    expect(lines(play)).toEqual(
      expect.arrayContaining([
        '2026-11-01 a quote for renewal goes out unless renewal is cancelled',
        '2027-01-01 maintenance lapses unless a quote is asked for, accepted by 2026-12-31 and its order paid',
      ]),
    );
  });

  test('a renewal that was cancelled', () => {
    const play = new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-01-01' });
    play.on('2026-01-02', 'cancel');
    expect(lines(play)).toEqual(['2026-07-01 maintenance lapses unless renewal is resumed by 2026-06-30']);
  });

  test('a charge that is to be invoiced comes whatever anybody does', () => {
    const play = new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-01-01' });
    expect(lines(play.until('2026-06-30'))).toContain(
      '2026-07-01 the renewal charge of the term from 2026-07-01 is invoiced',
    );
  });
});
