import { describe, expect, it } from 'vitest';
import { videoSma as plan } from '../../plans/video-sma.ts';
import { Play } from '../support/application/play.ts';

const agreement = { purchasedOn: '2025-06-10', list: 2400_00, country: 'DE' };

it('is extended by a year unless cancelled, after a notice 60 days before', () => {
  expect(new Play(plan, agreement).until('2026-06-10').journal('2026-01-02')).toEqual([
    '2026-04-10 ReminderIssued renewal-60',
    '2026-06-09 TermStarted renewal 2026-06-10..2027-06-09',
    '2026-06-10 InvoiceIssued renewal 51408 by 2026-09-10',
  ]);
});

it('costs less from year to year: 19, 18, 17, 16 and 15 % of list, and 15 % from then on', () => {
  const play = new Play(plan, { ...agreement, country: 'AT', list: 10_000_00 });
  for (let year = 2026; year <= 2031; year += 1) play.on(`${year}-06-11`, 'payment');
  expect(play.journal().filter((line) => line.includes('InvoiceIssued'))).toEqual([
    '2026-06-10 InvoiceIssued renewal 180000 by 2026-09-10',
    '2027-06-10 InvoiceIssued renewal 170000 by 2027-09-10',
    '2028-06-10 InvoiceIssued renewal 160000 by 2028-09-10',
    '2029-06-10 InvoiceIssued renewal 150000 by 2029-09-10',
    '2030-06-10 InvoiceIssued renewal 150000 by 2030-09-10',
    '2031-06-10 InvoiceIssued renewal 150000 by 2031-09-10',
  ]);
});

it('goes on with the rate of the term it was registered in', () => {
  const play = new Play(plan, { coverEnds: '2026-02-28', termNumber: 2, list: 4079_95, country: 'DE' });
  expect(play.until('2026-03-01').journal('2026-03')).toEqual([
    '2026-03-01 InvoiceIssued renewal 82537 by 2026-06-01',
  ]);
});

describe('cancelling', () => {
  it('in time, 30 days before the end at the latest, ends cover with the term', () => {
    const play = new Play(plan, agreement).on('2026-05-10', 'cancel').until('2026-06-10');
    expect(play.journal('2026-05')).toEqual([
      '2026-05-10 RenewalCancelled to 2026-06-09',
      '2026-06-10 MaintenanceLapsed cancelled',
    ]);
  });

  it('a day later ends cover with the next term, which is still owed', () => {
    const play = new Play(plan, agreement)
      .on('2026-05-11', 'cancel')
      .on('2026-07-01', 'payment')
      .until('2027-06-10');
    expect(play.journal('2026-05')).toEqual([
      '2026-05-11 RenewalCancelled to 2027-06-09',
      '2026-06-09 TermStarted renewal 2026-06-10..2027-06-09',
      '2026-06-10 InvoiceIssued renewal 51408 by 2026-09-10',
      '2026-07-01 PaymentRecorded 51408',
      '2026-07-01 InvoicePaid',
      '2027-06-10 MaintenanceLapsed cancelled',
    ]);
  });
});

it('is dearer when taken up again after a lapse, and the next term pays the second rate', () => {
  const play = new Play(plan, { ...agreement, country: 'AT' }).on('2026-10-01', 'request-quote');
  play.on('2026-10-02', 'accept-quote').on('2026-10-03', 'payment').until('2027-10-03');
  expect(play.journal('2026-10')).toEqual([
    '2026-10-01 QuoteIssued reinstatement 1y=57600', // 24 %
    '2026-10-02 QuoteAccepted 1y',
    '2026-10-02 InvoiceIssued reinstatement 57600 by 2026-11-01',
    '2026-10-03 PaymentRecorded 57600',
    '2026-10-03 InvoicePaid',
    '2026-10-03 MaintenanceReinstated',
    '2026-10-03 TermStarted reinstatement 2026-10-03..2027-10-02',
    '2027-08-03 ReminderIssued renewal-60',
    '2027-10-02 TermStarted renewal 2027-10-03..2028-10-02',
    '2027-10-03 InvoiceIssued renewal 43200 by 2028-01-03', // 18 %
  ]);
});
