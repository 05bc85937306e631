import { expect, it } from 'vitest';
import { checkPlan } from '../../domain/plan/check-plan.ts';
import { videoSma as plan } from '../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

const updates = { contract: 'update-contract', coverEnds: '2026-06-09', country: 'AT', list: 10_000_00 };
const maintenance = { ...updates, contract: 'maintenance-contract' };

it('an update contract is replaced by the agreement at once and so cancelled: the journal names both', () => {
  const play = new Play(plan, updates);
  expect(play.journal()).toEqual([
    '2026-01-01 LicenceRegistered',
    '2026-01-01 ContractReplaced update-contract by video-sma',
    '2026-01-01 TermStarted initial 2025-06-10..2026-06-09',
  ]);
  expect(play.licence.facts.contract).toBeUndefined();
  // 18 % of 10,000.00, as of the agreement
  expect(play.until('2026-06-10').journal('2026-06-10')).toEqual([
    '2026-06-10 InvoiceIssued renewal 180000 by 2026-09-10',
  ]);
});

it('a maintenance contract already in place stays valid and is extended as before, at its own rates', () => {
  const play = new Play(plan, maintenance);
  expect(play.events[0]).toMatchObject({
    type: 'LicenceRegistered',
    facts: { contract: 'maintenance-contract' },
    because: 'the licence enters the book, under its maintenance-contract',
  });
  play.on('2026-06-10', 'payment', 1600_00).until('2027-06-10');
  expect(play.journal('2026-01-02')).toEqual([
    '2026-04-10 ReminderIssued renewal-60',
    '2026-06-09 TermStarted renewal 2026-06-10..2027-06-09',
    '2026-06-10 PaymentRecorded 160000',
    // 16 % of 10,000.00
    '2026-06-10 InvoiceIssued renewal 160000 by 2026-09-10',
    '2026-06-10 InvoicePaid',
    '2027-04-10 ReminderIssued renewal-60',
    '2027-06-09 TermStarted renewal 2027-06-10..2028-06-09',
    '2027-06-10 InvoiceIssued renewal 160000 by 2027-09-10',
  ]);
});

it('a maintenance contract can be expanded as before', () => {
  const play = new Play(plan, maintenance).does('2026-03-02', { activity: 'add-modules', skus: ['CAM-16'] });
  expect(play.events.at(-1)).toMatchObject({
    type: 'InvoiceIssued',
    price: { lines: [{ rate: 17, days: 100, list: { amount: 1280_00 } }] },
  });
});

it('a maintenance contract that is taken up again after a lapse becomes the agreement', () => {
  const play = new Play(plan, maintenance).on('2026-10-01', 'request-quote').on('2026-10-02', 'accept-quote');
  play.on('2026-10-03', 'payment').until('2027-10-03');
  expect(play.journal('2026-10').filter((line) => !line.includes('Reminder'))).toEqual([
    '2026-10-01 QuoteIssued reinstatement 1y=240000', // 24 %
    '2026-10-02 QuoteAccepted 1y',
    '2026-10-02 InvoiceIssued reinstatement 240000 by 2026-11-01',
    '2026-10-03 PaymentRecorded 240000',
    '2026-10-03 InvoicePaid',
    '2026-10-03 MaintenanceReinstated',
    '2026-10-03 ContractReplaced maintenance-contract by video-sma',
    '2026-10-03 TermStarted reinstatement 2026-10-03..2027-10-02',
    '2027-10-02 TermStarted renewal 2027-10-03..2028-10-02',
    '2027-10-03 InvoiceIssued renewal 180000 by 2028-01-03', // 18 %
  ]);
});

it('what comes back to a plan without a rate of its own for that pays the plan’s first rate', () => {
  const reinstatement = { kind: 'new-term', starts: 'payment-day', rate: null } as const;
  const play = new Play({ ...plan, reinstatement }, maintenance).on('2026-10-01', 'request-quote');
  expect(play.journal('2026-10')).toEqual(['2026-10-01 QuoteIssued reinstatement 1y=190000']);
});

it('an old contract is either replaced or honoured, and honoured at a share of list', () => {
  const { oldContracts } = plan;
  const both = oldContracts && { ...oldContracts, replaced: ['maintenance-contract'] };
  expect(() => checkPlan({ ...plan, oldContracts: both })).toThrow(/either replaced or honoured/);
  expect(() => checkPlan({ ...vtubeLaserSmp, oldContracts })).toThrow(/must be a share of list/);
});
