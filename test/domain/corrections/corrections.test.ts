import { describe, expect, it } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import type { CorrectedFacts } from '../../../domain/corrections/correctable.ts';
import { Play } from '../../support/application/play.ts';

const correct = (facts: object) =>
  ({ activity: 'correct', facts: facts as CorrectedFacts, reason: 'mistyped' }) as const;

describe('a correction', () => {
  it('of the day that the term counts from starts the term anew', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.does('2026-01-10', correct({ purchasedOn: '2025-03-31' })).until('2026-03-01');
    expect(play.journal('2026-01-10')).toEqual([
      '2026-01-10 LicenceCorrected purchasedOn 2025-05-31>2025-03-31',
      '2026-01-10 TermStarted initial 2025-03-31..2026-03-30',
      '2026-02-28 QuoteIssued renewal 1y=30000',
      '2026-02-28 ReminderIssued expiry-30',
    ]);
  });

  it('of a licence that was registered as lapsed brings it back, and the other way round', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2024-05-31' });
    play.does('2026-01-10', correct({ purchasedOn: '2025-05-31' }));
    play.does('2026-01-11', correct({ purchasedOn: '2024-05-31' }));
    expect(play.journal('2026-01-10')).toEqual([
      '2026-01-10 LicenceCorrected purchasedOn 2024-05-31>2025-05-31',
      '2026-01-10 TermStarted initial 2025-05-31..2026-05-30',
      '2026-01-11 LicenceCorrected purchasedOn 2025-05-31>2024-05-31',
      '2026-01-11 TermStarted initial 2024-05-31..2025-05-30',
      '2026-01-11 MaintenanceLapsed not-renewed',
    ]);
  });

  it('waits until the invoice of the term is credited, and charges the term anew', () => {
    const play = new Play(smartNetUserGroup, { installedOn: '2026-02-10', registeredOn: '2026-02-10' });
    play.does('2026-02-11', correct({ installedOn: '2026-02-20' }));
    play.does('2026-02-12', { activity: 'credit-invoice', invoice: 'last', reason: 'wrong day' });
    play.does('2026-02-12', correct({ installedOn: '2026-02-20' })).until('2026-02-20');
    // 480.00 × 315 ÷ 365 = 414.246… for 20 February to 31 December.
    expect(play.journal('2026-02-11')).toEqual([
      '2026-02-11 ActivityRejected correct',
      expect.stringMatching(/CreditNoteIssued/),
      '2026-02-12 LicenceCorrected installedOn 2026-02-10>2026-02-20',
      '2026-02-12 TermStarted initial 2026-02-20..2026-12-31',
      '2026-02-20 InvoiceIssued initial 41425 by 2026-05-20',
    ]);
  });

  it('of a term that an order has started is rejected', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-03-01' });
    play.on('2026-01-20', 'accept-quote').on('2026-01-21', 'payment');
    play.does('2026-01-22', correct({ purchasedOn: '2025-04-01' }));
    expect(play.journal('2026-01-22')).toEqual(['2026-01-22 ActivityRejected correct']);
  });

  it('of other facts leaves the term alone', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    play.until('2026-02-01').does('2026-02-02', correct({ product: 'Smart-RAS' }));
    expect(play.journal('2026-02-02')).toEqual(['2026-02-02 LicenceCorrected product Smart-Net>Smart-RAS']);
    expect(play.until('2027-01-15').events.at(-1)).toMatchObject({ type: 'MaintenanceLapsed' });
  });

  it('by training lasts as long as the plan says', () => {
    const play = new Play(vtubeLaserSmp, { activatedOn: '2026-01-12', registeredOn: '2026-01-12' });
    play.does('2026-01-12', correct({ onSiteTraining: true }));
    expect(play.journal('2026-01-12').at(-1)).toBe('2026-01-12 TermStarted initial 2026-02-01..2027-01-31');
  });

  it.each([
    ['the same facts', { product: 'Suite' }],
    ['facts that the plan cannot register', { purchasedOn: null }],
  ])('to %s is rejected', (_, facts) => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.does('2026-01-10', correct(facts));
    expect(play.journal('2026-01-10')).toEqual(['2026-01-10 ActivityRejected correct']);
  });
});

describe('a removal', () => {
  const remove = { activity: 'remove', reason: 'registered twice' } as const;

  it('ends a licence of which nothing went out, for good', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.does('2026-01-02', remove).on('2026-01-03', 'payment', 100_00).until('2027-01-01');
    expect(play.journal('2026-01-02')).toEqual([
      '2026-01-02 LicenceRemoved',
      '2026-01-03 ActivityRejected payment',
    ]);
  });

  it('is rejected once anything was mailed', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.on('2026-01-02', 'ask-term').does('2026-01-03', remove);
    expect(play.journal('2026-01-03')).toEqual(['2026-01-03 ActivityRejected remove']);
  });
});

describe('a transfer', () => {
  const terms = { country: 'DE', customerKind: 'end-user', discountPercent: 10 } as const;
  const transfer = { activity: 'transfer', to: 'C-2', terms, reason: 'sold' } as const;

  it('withdraws an open quote, and the new customer pays by its own terms', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-03-01', country: 'GB' });
    play.until('2026-01-20').does('2026-01-21', transfer).on('2026-01-22', 'accept-quote');
    play.on('2026-01-23', 'request-quote');
    // 200.00 less 10 %, and no VAT outside GB; two years at 5 % and three at 10 % less.
    expect(play.journal('2026-01-21')).toEqual([
      '2026-01-21 LicenceTransferred C-1>C-2',
      '2026-01-22 ActivityRejected accept-quote',
      '2026-01-23 QuoteIssued renewal 1y=18000 2y=34200 3y=48600',
    ]);
  });

  it('is rejected while an invoice is open, and to the same customer', () => {
    const play = new Play(videoSma, { coverEnds: '2026-01-31' }).until('2026-02-01');
    play.does('2026-02-02', transfer).on('2026-02-03', 'payment').does('2026-02-04', transfer);
    play.does('2026-02-05', transfer);
    expect(play.journal('2026-02-02').filter((line) => !line.includes('Paid'))).toEqual([
      '2026-02-02 ActivityRejected transfer',
      '2026-02-03 PaymentRecorded 18000',
      '2026-02-04 LicenceTransferred C-1>C-2',
      '2026-02-05 ActivityRejected transfer',
    ]);
  });
});
