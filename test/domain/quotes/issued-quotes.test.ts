import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { issuedQuotes } from '../../../domain/quotes/issued-quotes.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

const gbp = (amount: number) => money(amount, 'GBP');

/** A year costs 200.00; the automatic quote goes out on 2 January 2026 and is valid until 3 March. */
const quoted = () =>
  new Play(netjapanMaintenance, { coverEnds: '2026-03-03', registeredOn: '2026-01-01' }).until('2026-01-02');

const stateOf = (play: Play) =>
  issuedQuotes(play.events).map(({ state, closedOn }) => `${state} ${closedOn}`);

describe('a quote of a journal', () => {
  it('is open, with an option for each number of years, gross', () => {
    expect(issuedQuotes(quoted().events)).toEqual([
      {
        quoteId: 'L-1-Q1',
        issuedOn: '2026-01-02',
        validUntil: '2026-03-03',
        kind: 'renewal',
        customerId: 'C-1',
        options: [
          { years: 1, total: gbp(200_00) },
          { years: 2, total: gbp(380_00) },
          { years: 3, total: gbp(540_00) },
        ],
        state: 'open',
      },
    ]);
  });

  it('is accepted, declined or expired on a day', () => {
    expect(stateOf(quoted().on('2026-01-10', 'accept-quote', 1))).toEqual(['accepted 2026-01-10']);
    const decline = { activity: 'decline-quote', reason: 'too dear' } as const;
    expect(stateOf(quoted().does('2026-01-11', decline))).toEqual(['declined 2026-01-11']);
    const short = { ...netjapanMaintenance, quote: { ...netjapanMaintenance.quote, validDays: 10 } };
    const expired = new Play(short, { coverEnds: '2026-03-03' }).until('2026-01-20');
    expect(stateOf(expired)).toEqual(['expired 2026-01-13']);
  });

  it('is withdrawn by a lapse and by a transfer, on no day of its own', () => {
    const terms = { country: 'GB', customerKind: 'end-user' } as const;
    const transferred = quoted().does('2026-01-10', {
      activity: 'transfer',
      to: 'C-2',
      terms,
      reason: 'sold',
    });
    transferred.on('2026-01-11', 'request-quote');
    expect(issuedQuotes(transferred.events)).toMatchObject([
      { customerId: 'C-1', state: 'withdrawn' },
      { customerId: 'C-2', state: 'open' },
    ]);
    expect(issuedQuotes(transferred.events)[0]).not.toHaveProperty('closedOn');
  });

  it('is of a reinstatement, beside one that was accepted before', () => {
    const play = quoted().on('2026-01-10', 'accept-quote', 1).until('2026-03-04');
    play.on('2026-03-05', 'request-quote');
    expect(issuedQuotes(play.events)).toMatchObject([
      { quoteId: 'L-1-Q1', kind: 'renewal', state: 'accepted' },
      { quoteId: 'L-1-Q2', kind: 'reinstatement', state: 'open' },
    ]);
  });

  it('ends by itself, whatever comes of later ones', () => {
    const decline = { activity: 'decline-quote', reason: 'too dear' } as const;
    const play = quoted().does('2026-01-10', decline).on('2026-01-11', 'request-quote');
    expect(stateOf(play.on('2026-01-12', 'accept-quote', 1))).toEqual([
      'declined 2026-01-10',
      'accepted 2026-01-12',
    ]);
  });

  it('of a reinstatement with a new term is valid beyond the end of the year', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-06-30' }).on('2026-12-15', 'request-quote');
    expect(play.licence.quote).toMatchObject({ kind: 'reinstatement', validUntil: '2027-02-13' });
  });

  it('of a change has one amount, and is accepted as a change', () => {
    const edition = Object.keys(videoSma.catalogue?.editions ?? {}).at(-1) ?? '';
    const play = new Play(videoSma, { coverEnds: '2026-12-31', list: 100_00 });
    play.does('2026-02-01', { activity: 'request-change', edition });
    const [open] = issuedQuotes(play.events);
    expect(open).toMatchObject({ kind: 'change', state: 'open', options: [{ total: { currency: 'EUR' } }] });
    expect(open?.options[0]).not.toHaveProperty('years');
    expect(stateOf(play.on('2026-02-02', 'accept-change'))).toEqual(['accepted 2026-02-02']);
  });

  it.each([smartNetUserGroup, smartertoolsMaintenance])('is none where nothing was quoted: $id', (plan) => {
    expect(issuedQuotes(new Play(plan, { coverEnds: '2026-12-31' }).events)).toEqual([]);
  });
});
