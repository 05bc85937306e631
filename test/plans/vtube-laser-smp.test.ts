import { describe, expect, it } from 'vitest';
import { vtubeLaserSmp as plan } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

describe('the first plan', () => {
  it.each([
    ['2026-01-31', '2026-02-01..2027-01-31'],
    ['2026-02-01', '2026-03-01..2027-02-28'],
    ['2026-12-31', '2027-01-01..2027-12-31'],
  ])('lasts a year where training was bought, from the first of the month after %s', (activatedOn, term) => {
    const play = new Play(plan, { activatedOn, registeredOn: activatedOn, onSiteTraining: true });
    expect(play.journal()[1]).toBe(`${activatedOn} TermStarted initial ${term}`);
  });

  it('lasts 30 days otherwise; the following terms count from the day after', () => {
    const play = new Play(plan, { registeredOn: '2026-01-02' }).on('2026-01-09', 'activate');
    play.on('2026-02-20', 'request-quote').on('2026-02-21', 'accept-quote').on('2026-02-22', 'payment');
    expect(play.journal().filter((line) => line.includes('TermStarted'))).toEqual([
      '2026-01-09 TermStarted initial 2026-02-01..2026-03-02',
      '2026-02-22 TermStarted renewal 2026-03-03..2027-03-02',
    ]);
  });

  it('waits for the activation, and refuses an installation', () => {
    const play = new Play(plan, { registeredOn: '2026-01-02' })
      .on('2026-01-05', 'install')
      .on('2026-01-06', 'cancel');
    expect(play.until('2026-03-01').journal()).toEqual([
      '2026-01-02 LicenceRegistered',
      '2026-01-05 ActivityRejected install',
      '2026-01-06 ActivityRejected cancel',
    ]);
  });
});

it('mails 90 and 30 days before expiry where the term is a year', () => {
  const play = new Play(plan, { coverEnds: '2026-06-30' }).until('2026-07-01');
  expect(play.journal('2026-01-02')).toEqual([
    '2026-04-01 ReminderIssued expiry-90',
    '2026-05-31 ReminderIssued expiry-30',
    '2026-07-01 MaintenanceLapsed not-renewed',
  ]);
});

it('mails only 30 days before expiry where the term is shorter, also before its first day', () => {
  const play = new Play(plan, { activatedOn: '2026-03-09', registeredOn: '2026-03-09' }).until('2026-04-30');
  expect(play.journal('2026-03-10')).toEqual(['2026-03-31 ReminderIssued expiry-30']);
});

it('sends a quote only when the customer asks', () => {
  const play = new Play(plan, { coverEnds: '2026-06-30' })
    .on('2026-06-01', 'request-quote')
    .until('2026-06-30');
  expect(play.journal('2026-06')).toEqual(['2026-06-01 QuoteIssued renewal 1y=120000']);
});

it('is optional and prepaid: a renewal starts once it is paid for, and not before', () => {
  const ordered = () =>
    new Play(plan, { coverEnds: '2026-06-30' })
      .on('2026-06-01', 'request-quote')
      .on('2026-06-02', 'accept-quote');
  const paid = ordered().on('2026-07-01', 'payment').journal('2026-07');
  expect(paid).toContain('2026-07-01 TermStarted renewal 2026-07-01..2027-06-30');
  expect(ordered().until('2026-07-03').journal('2026-07')).toEqual([
    '2026-07-03 InvoiceVoided',
    '2026-07-03 MaintenanceLapsed not-renewed',
  ]);
});

it('starts a new one-year plan on the first of the month after payment once it has lapsed', () => {
  const play = new Play(plan, { coverEnds: '2026-06-30' });
  play.on('2026-07-01', 'request-quote').on('2026-07-05', 'request-quote');
  play.on('2026-07-06', 'accept-quote').on('2026-08-01', 'payment');
  expect(play.journal('2026-08')).toEqual([
    '2026-08-01 PaymentRecorded 120000',
    '2026-08-01 InvoicePaid',
    '2026-08-01 MaintenanceReinstated',
    '2026-08-01 TermStarted reinstatement 2026-09-01..2027-08-31',
  ]);
});

it('needs a plan of its own for each licence: renewing one leaves the other as it is', () => {
  const licences = ['A', 'B'].map((licenceId) => new Play(plan, { licenceId, coverEnds: '2026-06-30' }));
  const [renewed, other] = licences;
  renewed?.on('2026-06-01', 'request-quote').on('2026-06-02', 'accept-quote').on('2026-06-03', 'payment');
  for (const play of licences) play.until('2026-07-01');
  expect(renewed?.licence.standing).toMatchObject({ status: 'active', term: { ends: '2027-06-30' } });
  expect(other?.licence.standing).toMatchObject({ status: 'lapsed' });
});
