import { expect, it } from 'vitest';
import { smartertoolsMaintenance as plan } from '../../plans/smartertools-maintenance.ts';
import { Play } from '../support/application/play.ts';

const bought = { purchasedOn: '2025-05-31', list: 1399_00 };

it('includes twelve months with every new licence, quotes once and reminds twice', () => {
  expect(new Play(plan, bought).until('2026-05-31').journal()).toEqual([
    '2026-01-01 LicenceRegistered',
    '2026-01-01 TermStarted initial 2025-05-31..2026-05-30',
    '2026-04-30 QuoteIssued renewal 1y=41970',
    '2026-04-30 ReminderIssued expiry-30',
    '2026-05-23 ReminderIssued expiry-7',
    '2026-05-31 QuoteExpired',
    '2026-05-31 MaintenanceLapsed not-renewed',
  ]);
});

it('does not drift from the 31st over the years', () => {
  const play = new Play(plan, { purchasedOn: '2025-08-31' });
  for (const year of [2026, 2027, 2028]) {
    play.on(`${year}-08-05`, 'accept-quote').on(`${year}-08-06`, 'payment');
  }
  expect(play.journal().filter((line) => line.includes('renewal 20'))).toEqual([
    '2026-08-06 TermStarted renewal 2026-08-31..2027-08-30',
    '2027-08-06 TermStarted renewal 2027-08-31..2028-08-30',
    '2028-08-06 TermStarted renewal 2028-08-31..2029-08-30',
  ]);
});

it('is reinstated for twelve months from the day of payment, without a back-charge', () => {
  const play = new Play(plan, bought).on('2027-01-10', 'request-quote');
  play.on('2027-01-11', 'accept-quote').on('2027-01-31', 'payment');
  expect(play.journal('2027')).toEqual([
    '2027-01-10 QuoteIssued reinstatement 1y=41970',
    '2027-01-11 QuoteAccepted 1y',
    '2027-01-11 InvoiceIssued reinstatement 41970 by 2027-02-10',
    '2027-01-31 PaymentRecorded 41970',
    '2027-01-31 InvoicePaid',
    '2027-01-31 MaintenanceReinstated',
    '2027-01-31 TermStarted reinstatement 2027-01-31..2028-01-30',
  ]);
});
