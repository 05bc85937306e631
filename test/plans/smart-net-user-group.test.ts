import { describe, expect, it } from 'vitest';
import { smartNetUserGroup as plan } from '../../plans/smart-net-user-group.ts';
import { Play } from '../support/application/play.ts';

const member = { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ' };

it('renews on the last day of the year and invoices in January', () => {
  const journal = new Play(plan, member).until('2026-01-15').journal('2025-12-02');
  expect(journal).toEqual([
    '2025-12-31 TermStarted renewal 2026-01-01..2026-12-31',
    '2026-01-15 InvoiceIssued renewal 55200 by 2026-04-15',
  ]);
});

it('charges Smart-Net and Smart-RAS apart', () => {
  const journal = new Play(plan, { ...member, product: 'Smart-RAS', country: 'AU' })
    .until('2026-01-15')
    .journal('2026');
  expect(journal).toEqual(['2026-01-15 InvoiceIssued renewal 24000 by 2026-04-15']);
});

it('lapses when an invoice is still unpaid three months after it was sent, after three reminders', () => {
  const journal = new Play(plan, member).until('2026-06-01').journal('2026-01-16');
  expect(journal).toEqual([
    '2026-02-14 ReminderIssued payment-30',
    '2026-03-16 ReminderIssued payment-60',
    '2026-04-01 ReminderIssued final-notice',
    '2026-04-16 InvoiceVoided',
    '2026-04-16 MaintenanceLapsed unpaid',
  ]);
});

it('keeps whoever pays on the last day', () => {
  const journal = new Play(plan, member)
    .on('2026-04-15', 'payment')
    .until('2026-06-01')
    .journal('2026-04-15');
  expect(journal).toEqual(['2026-04-15 PaymentRecorded 55200', '2026-04-15 InvoicePaid']);
});

describe('the first term', () => {
  it('runs from the installation to 31 December and is charged by days on the installation day', () => {
    const play = new Play(plan, {
      product: 'Smart-RAS',
      country: 'NZ',
      installedOn: '2026-05-10',
      registeredOn: '2026-05-10',
    });
    expect(play.until('2026-05-10').journal()).toEqual([
      '2026-05-10 LicenceRegistered',
      '2026-05-10 TermStarted initial 2026-05-10..2026-12-31',
      '2026-05-10 InvoiceIssued initial 17846 by 2026-08-10',
    ]);
  });

  it('waits for the installation where it is not known, and refuses an activation', () => {
    const play = new Play(plan, { registeredOn: '2026-03-23', product: 'Smart-RAS', country: 'NZ' });
    play.on('2026-03-25', 'activate').on('2026-03-30', 'install').until('2026-03-30');
    expect(play.journal()).toEqual([
      '2026-03-23 LicenceRegistered',
      '2026-03-25 ActivityRejected activate',
      '2026-03-30 LicenceActivated',
      '2026-03-30 TermStarted initial 2026-03-30..2026-12-31',
      '2026-03-30 InvoiceIssued initial 20946 by 2026-06-30',
    ]);
  });

  it('counts as paid where the installation was before the registration', () => {
    const play = new Play(plan, { installedOn: '2026-05-10', registeredOn: '2026-05-11' });
    expect(play.until('2026-12-30').journal()).toEqual([
      '2026-05-11 LicenceRegistered',
      '2026-05-11 TermStarted initial 2026-05-10..2026-12-31',
    ]);
  });

  it('of one day, 31 December, is invoiced although the next term starts in the same run', () => {
    const play = new Play(plan, { installedOn: '2026-12-31', registeredOn: '2026-12-31' });
    expect(play.until('2027-01-15').journal()).toEqual([
      '2026-12-31 LicenceRegistered',
      '2026-12-31 TermStarted initial 2026-12-31..2026-12-31',
      '2026-12-31 TermStarted renewal 2027-01-01..2027-12-31',
      '2026-12-31 InvoiceIssued initial 132 by 2027-03-31',
      '2027-01-15 InvoiceIssued renewal 48000 by 2027-04-15',
    ]);
  });

  it('planned for later is invoiced on the day of the installation', () => {
    const play = new Play(plan, { installedOn: '2026-05-10', registeredOn: '2026-05-01' });
    expect(play.until('2026-05-10').journal('2026-05-02')).toEqual([
      '2026-05-10 InvoiceIssued initial 31036 by 2026-08-10',
    ]);
  });
});

describe('rejoining after a break', () => {
  it('costs all charges since the last payment, an unpaid first charge and years spent lapsed included', () => {
    const play = new Play(plan, { installedOn: '2026-05-10', registeredOn: '2026-05-10' });
    play.on('2028-02-10', 'request-quote');
    expect(play.journal('2026-08-11')).toEqual([
      '2026-08-11 InvoiceVoided',
      '2026-08-11 MaintenanceLapsed unpaid',
      // 236/365 of 480.00, and two whole years
      `2028-02-10 QuoteIssued reinstatement 1y=${310_36 + 480_00 + 480_00}`,
    ]);
  });

  it('counts both an unpaid first charge and an unpaid renewal', () => {
    const play = new Play(plan, { installedOn: '2026-12-01', registeredOn: '2026-12-01' });
    play.on('2027-03-10', 'request-quote');
    expect(play.journal('2027-03-02')).toEqual([
      '2027-03-02 InvoiceVoided',
      '2027-03-02 InvoiceVoided',
      '2027-03-02 MaintenanceLapsed unpaid',
      `2027-03-10 QuoteIssued reinstatement 1y=${40_77 + 480_00}`,
    ]);
  });

  it('starts on the day of payment and runs to 31 December, then renews', () => {
    const play = new Play(plan, member);
    play.on('2026-10-05', 'request-quote').on('2026-10-12', 'accept-quote').on('2026-10-19', 'payment');
    expect(play.until('2027-01-15').journal('2026-10-12')).toEqual([
      '2026-10-12 QuoteAccepted 1y',
      '2026-10-12 InvoiceIssued reinstatement 55200 by 2026-11-11',
      '2026-10-19 PaymentRecorded 55200',
      '2026-10-19 InvoicePaid',
      '2026-10-19 MaintenanceReinstated',
      '2026-10-19 TermStarted reinstatement 2026-10-19..2026-12-31',
      '2026-12-31 TermStarted renewal 2027-01-01..2027-12-31',
      '2027-01-15 InvoiceIssued renewal 55200 by 2027-04-15',
    ]);
  });

  it('is offered and ordered until 31 December at the latest', () => {
    const play = new Play(plan, member);
    play.on('2026-12-10', 'request-quote').on('2026-12-20', 'accept-quote').until('2027-01-01');
    expect(play.journal('2026-12-20')).toEqual([
      '2026-12-20 QuoteAccepted 1y',
      '2026-12-20 InvoiceIssued reinstatement 55200 by 2026-12-31',
      '2027-01-01 InvoiceVoided',
    ]);
    expect(new Play(plan, member).on('2026-12-10', 'request-quote').licence.quote?.validUntil).toBe(
      '2026-12-31',
    );
  });

  it('of last year cannot be paid in the new year, also where no run has voided the order yet', () => {
    const play = new Play(plan, member).on('2026-12-10', 'request-quote').on('2026-12-20', 'accept-quote');
    play.until('2026-12-31').skipTo('2027-01-02').on('2027-01-02', 'payment', 552_00).until('2027-01-03');
    expect(play.journal('2027')).toEqual(['2027-01-02 InvoiceVoided', '2027-01-02 PaymentRecorded 55200']);
    expect(play.licence.credit.amount).toBe(552_00);
  });
});

it('lets a member leave at the year end without notice', () => {
  const play = new Play(plan, member)
    .on('2026-02-01', 'payment')
    .on('2026-12-31', 'cancel')
    .until('2027-01-01');
  expect(play.journal('2026-12-01')).toEqual([
    '2026-12-31 RenewalCancelled to 2026-12-31',
    '2027-01-01 MaintenanceLapsed cancelled',
  ]);
});
