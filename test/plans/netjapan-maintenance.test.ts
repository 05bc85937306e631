import { describe, expect, it } from 'vitest';
import { netjapanMaintenance as plan } from '../../plans/netjapan-maintenance.ts';
import { Play } from '../support/application/play.ts';

const bought = { purchasedOn: '2025-06-20', country: 'GB', list: 2349_50 };

it('offers an extension of 1, 2 or 3 years 60 days before the end and reminds three times', () => {
  expect(new Play(plan, bought).until('2026-06-20').journal('2026-01-02')).toEqual([
    '2026-04-20 QuoteIssued renewal 1y=56388 2y=107137 3y=152248',
    '2026-04-20 ReminderIssued expiry-60',
    '2026-05-20 ReminderIssued expiry-30',
    '2026-06-12 ReminderIssued expiry-7',
    '2026-06-20 QuoteExpired',
    '2026-06-20 MaintenanceLapsed not-renewed',
  ]);
});

it('is bought with 1 to 5 years of maintenance', () => {
  const play = new Play(plan, { purchasedOn: '2024-02-29', initialYears: 5 });
  expect(play.journal()[1]).toBe('2026-01-01 TermStarted initial 2024-02-29..2029-02-27');
});

it('keeps the end of February when renewed year by year from a 29 February', () => {
  const play = new Play(plan, { purchasedOn: '2024-02-29', initialYears: 2 });
  for (const year of [2026, 2027, 2028]) {
    play
      .on(`${year}-02-10`, 'request-quote')
      .on(`${year}-02-11`, 'accept-quote')
      .on(`${year}-02-12`, 'payment');
  }
  expect(play.journal().filter((line) => line.includes('TermStarted'))).toEqual([
    '2026-01-01 TermStarted initial 2024-02-29..2026-02-27',
    '2026-02-12 TermStarted renewal 2026-02-28..2027-02-27',
    '2027-02-12 TermStarted renewal 2027-02-28..2028-02-28',
    '2028-02-12 TermStarted renewal 2028-02-29..2029-02-27',
  ]);
});

it('starts the next term the day after, however early the payment, and drops the old term’s reminders', () => {
  const play = new Play(plan, bought);
  play.on('2026-04-21', 'accept-quote', 3).on('2026-04-22', 'payment').until('2026-07-30');
  expect(play.journal('2026-04-20')).toEqual([
    '2026-04-20 QuoteIssued renewal 1y=56388 2y=107137 3y=152248',
    '2026-04-20 ReminderIssued expiry-60',
    '2026-04-21 QuoteAccepted 3y',
    '2026-04-21 InvoiceIssued renewal 152248 by 2026-05-21',
    '2026-04-22 PaymentRecorded 152248',
    '2026-04-22 InvoicePaid',
    '2026-04-22 TermStarted renewal 2026-06-20..2029-06-19',
  ]);
});

it('can be bought again after a lapse at the same prices, from the day of payment', () => {
  const play = new Play(plan, bought).on('2026-09-01', 'request-quote');
  play.on('2026-09-05', 'accept-quote', 2).on('2026-09-30', 'payment');
  expect(play.journal('2026-09')).toEqual([
    '2026-09-01 QuoteIssued reinstatement 1y=56388 2y=107137 3y=152248',
    '2026-09-05 QuoteAccepted 2y',
    '2026-09-05 InvoiceIssued reinstatement 107137 by 2026-10-05',
    '2026-09-30 PaymentRecorded 107137',
    '2026-09-30 InvoicePaid',
    '2026-09-30 MaintenanceReinstated',
    '2026-09-30 TermStarted reinstatement 2026-09-30..2028-09-29',
  ]);
});

describe('a subscription', () => {
  it('never expires, and can only be deactivated, once', () => {
    const play = new Play(plan, { model: 'subscription', purchasedOn: '2020-01-01' });
    play.on('2027-01-01', 'request-quote').on('2027-01-02', 'cancel').on('2027-01-03', 'activate');
    play
      .on('2028-01-01', 'deactivate')
      .on('2028-01-02', 'deactivate')
      .on('2028-01-03', 'payment', 100)
      .until('2030-01-01');
    expect(play.journal()).toEqual([
      '2026-01-01 LicenceRegistered',
      '2027-01-01 ActivityRejected request-quote',
      '2027-01-02 ActivityRejected cancel',
      '2027-01-03 ActivityRejected activate',
      '2028-01-01 LicenceDeactivated',
      '2028-01-02 ActivityRejected deactivate',
      '2028-01-03 PaymentRecorded 100',
    ]);
  });

  it('is what can be deactivated: a perpetual licence cannot', () => {
    expect(new Play(plan, bought).on('2026-02-01', 'deactivate').journal('2026-02')).toEqual([
      '2026-02-01 ActivityRejected deactivate',
    ]);
  });
});
