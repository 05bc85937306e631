import { describe, expect, it } from 'vitest';
import { netjapanMaintenance } from '../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { Play } from '../support/application/play.ts';

describe('payments', () => {
  it('in part become credit, which the next payment without an amount takes into account', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    play.on('2026-01-20', 'payment', 200_00).on('2026-02-01', 'payment');
    expect(play.journal('2026-01-16')).toEqual([
      '2026-01-20 PaymentRecorded 20000',
      '2026-02-01 PaymentRecorded 28000',
      '2026-02-01 InvoicePaid',
    ]);
  });

  it('in advance pay the next invoice on the day of its issue', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    play.on('2025-12-02', 'payment', 500_00).until('2026-04-30');
    expect(play.journal('2026')).toEqual([
      '2026-01-15 InvoiceIssued renewal 48000 by 2026-04-15',
      '2026-01-15 InvoicePaid',
    ]);
    expect(play.licence.credit.amount).toBe(20_00);
  });

  it('in advance pay an order on its acceptance, and so start its term', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-06-30' }).on('2026-05-01', 'payment', 1200_00);
    play.on('2026-05-02', 'request-quote').on('2026-05-03', 'accept-quote');
    expect(play.journal('2026-05-03')).toEqual([
      '2026-05-03 QuoteAccepted 1y',
      '2026-05-03 InvoiceIssued renewal 120000 by 2026-06-02',
      '2026-05-03 InvoicePaid',
      '2026-05-03 TermStarted renewal 2026-07-01..2027-06-30',
    ]);
  });

  it('pay the oldest invoice first and stop at the first that they cannot pay', () => {
    const play = new Play(smartNetUserGroup, { installedOn: '2026-12-01', registeredOn: '2026-12-01' });
    play.on('2027-01-20', 'payment', 40_76).on('2027-01-21', 'payment', 300_00).on('2027-01-22', 'payment');
    expect(play.journal('2027-01-16')).toEqual([
      '2027-01-20 PaymentRecorded 4076',
      '2027-01-21 PaymentRecorded 30000',
      '2027-01-21 InvoicePaid',
      `2027-01-22 PaymentRecorded ${480_00 - (300_00 - 1)}`,
      '2027-01-22 InvoicePaid',
    ]);
  });

  it('without an amount are rejected where nothing is open, and so is an amount of nothing', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.on('2026-02-01', 'payment').on('2026-02-02', 'payment', 0);
    expect(play.journal('2026-02')).toEqual([
      '2026-02-01 ActivityRejected payment',
      '2026-02-02 ActivityRejected payment',
    ]);
  });

  it('of a voided invoice stay as credit', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    play.on('2026-04-15', 'payment', 479_99).until('2026-04-16');
    expect(play.journal('2026-04-16')).toEqual([
      '2026-04-16 InvoiceVoided',
      '2026-04-16 MaintenanceLapsed unpaid',
    ]);
    expect(play.licence.credit.amount).toBe(479_99);
  });

  it('of an old order do not bring it back to life after a run has voided it', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-01-31' }).on('2026-03-01', 'request-quote');
    play.on('2026-03-02', 'accept-quote').on('2026-04-03', 'payment', 1200_00).until('2026-06-01');
    expect(play.journal('2026-03-03')).toEqual([
      '2026-04-02 InvoiceVoided',
      '2026-04-03 PaymentRecorded 120000',
    ]);
  });

  it('of an order the day after its last, before the run, still start its term', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-01-31' }).on('2026-03-01', 'request-quote');
    play.on('2026-03-02', 'accept-quote').on('2026-04-02', 'payment').until('2026-06-01');
    expect(play.journal('2026-03-03')).toEqual([
      '2026-04-02 PaymentRecorded 120000',
      '2026-04-02 InvoicePaid',
      '2026-04-02 MaintenanceReinstated',
      '2026-04-02 TermStarted reinstatement 2026-05-01..2027-04-30',
    ]);
  });
});

describe('quotes', () => {
  const licence = { purchasedOn: '2025-05-31' };

  it('are sent again while one is open, with the same validity', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'request-quote')
      .on('2026-03-03', 'request-quote');
    expect(play.journal('2026-02')).toEqual([
      '2026-02-01 QuoteIssued renewal 1y=30000',
      '2026-03-03 QuoteResent',
    ]);
    expect(play.licence.quote?.validUntil).toBe('2026-03-03');
  });

  it('that were not expired by a run expire on being asked for, and a new one is issued', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'request-quote')
      .skipTo('2026-03-04');
    expect(play.on('2026-03-04', 'request-quote').journal('2026-03')).toEqual([
      '2026-03-04 QuoteExpired',
      '2026-03-04 QuoteIssued renewal 1y=30000',
    ]);
  });

  it('that were not expired by a run cannot be accepted', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'request-quote')
      .skipTo('2026-03-04');
    expect(play.on('2026-03-04', 'accept-quote').journal('2026-03')).toEqual([
      '2026-03-04 QuoteExpired',
      '2026-03-04 ActivityRejected accept-quote',
    ]);
  });

  it('stay open where years are accepted that they do not offer', () => {
    const play = new Play(smartertoolsMaintenance, licence).on('2026-02-01', 'request-quote');
    play.on('2026-02-02', 'accept-quote', 2).on('2026-02-03', 'accept-quote', 1);
    expect(play.journal('2026-02-02')).toEqual([
      '2026-02-02 ActivityRejected accept-quote',
      '2026-02-03 QuoteAccepted 1y',
      '2026-02-03 InvoiceIssued renewal 30000 by 2026-03-05',
    ]);
  });

  it('cannot be asked for while an order is open, nor on an automatic plan that is active', () => {
    const ordered = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'request-quote')
      .on('2026-02-02', 'accept-quote');
    expect(ordered.on('2026-02-03', 'request-quote').journal('2026-02-03')).toEqual([
      '2026-02-03 ActivityRejected request-quote',
    ]);
    const automatic = new Play(videoSma, { purchasedOn: '2025-06-10' }).on('2026-02-03', 'request-quote');
    expect(automatic.journal('2026-02')).toEqual(['2026-02-03 ActivityRejected request-quote']);
  });

  it('go out by themselves once a term, as soon as no other is open, until the last day', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-04-29', 'request-quote')
      .until('2026-05-31');
    expect(play.journal('2026-04')).toEqual([
      '2026-04-29 QuoteIssued renewal 1y=30000',
      '2026-04-30 ReminderIssued expiry-30',
      '2026-05-23 ReminderIssued expiry-7',
      '2026-05-30 QuoteExpired',
      '2026-05-30 QuoteIssued renewal 1y=30000',
      '2026-05-31 MaintenanceLapsed not-renewed',
    ]);
  });

  it('go out by themselves after an order was voided', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-04-01', 'request-quote')
      .on('2026-04-05', 'accept-quote');
    expect(play.until('2026-05-07').journal('2026-04-05')).toEqual([
      '2026-04-05 QuoteAccepted 1y',
      '2026-04-05 InvoiceIssued renewal 30000 by 2026-05-05',
      '2026-05-06 InvoiceVoided',
      '2026-05-06 QuoteIssued renewal 1y=30000',
      '2026-05-06 ReminderIssued expiry-30',
    ]);
  });
});

describe('an open order', () => {
  it('keeps the licence from lapsing until it is voided', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).on(
      '2026-05-30',
      'accept-quote',
    );
    expect(play.until('2026-07-01').journal('2026-05-30')).toEqual([
      '2026-05-30 QuoteAccepted 1y',
      '2026-05-30 InvoiceIssued renewal 30000 by 2026-06-29',
      '2026-06-30 InvoiceVoided',
      '2026-06-30 MaintenanceLapsed not-renewed',
    ]);
  });

  it('holds back reminders; paid late, it starts the term that it was for', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-05-31' }).on(
      '2026-05-20',
      'accept-quote',
    );
    expect(play.on('2026-06-19', 'payment').until('2026-06-20').journal('2026-05-20')).toEqual([
      '2026-05-20 QuoteAccepted 1y',
      '2026-05-20 InvoiceIssued renewal 20000 by 2026-06-19',
      '2026-06-19 PaymentRecorded 20000',
      '2026-06-19 InvoicePaid',
      '2026-06-19 TermStarted renewal 2026-05-31..2027-05-30',
    ]);
  });
});

describe('cancelling renewal', () => {
  const licence = { purchasedOn: '2025-05-31' };

  it('silences expiry reminders and the automatic quote; resuming brings the latest back and skips the others', () => {
    const play = new Play(netjapanMaintenance, licence)
      .on('2026-03-01', 'cancel')
      .on('2026-05-25', 'resume')
      .until('2026-05-26');
    expect(play.journal('2026-02')).toEqual([
      '2026-03-01 RenewalCancelled to 2026-05-30',
      '2026-05-25 RenewalResumed',
      '2026-05-25 QuoteIssued renewal 1y=20000 2y=38000 3y=54000',
      '2026-05-25 ReminderSkipped expiry-60',
      '2026-05-25 ReminderSkipped expiry-30',
      '2026-05-25 ReminderIssued expiry-7',
    ]);
  });

  it('is rejected twice, and so is resuming what is not cancelled', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'resume')
      .on('2026-02-02', 'cancel');
    expect(play.on('2026-02-03', 'cancel').journal('2026-02')).toEqual([
      '2026-02-01 ActivityRejected resume',
      '2026-02-02 RenewalCancelled to 2026-05-30',
      '2026-02-03 ActivityRejected cancel',
    ]);
  });

  it('is undone by paying an order, without a word of it', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'request-quote')
      .on('2026-02-02', 'cancel');
    play
      .on('2026-02-03', 'accept-quote')
      .on('2026-02-04', 'payment')
      .on('2026-02-05', 'resume')
      .until('2027-04-30');
    expect(play.journal('2026-02-04')).toEqual([
      '2026-02-04 PaymentRecorded 30000',
      '2026-02-04 InvoicePaid',
      '2026-02-04 TermStarted renewal 2026-05-31..2027-05-30',
      '2026-02-05 ActivityRejected resume',
      '2027-04-30 QuoteIssued renewal 1y=30000',
      '2027-04-30 ReminderIssued expiry-30',
    ]);
  });

  it('leaves open invoices owed, with their reminders; unpaid they lapse it first', () => {
    const play = new Play(videoSma, licence).on('2026-06-15', 'cancel').until('2026-09-01');
    expect(play.journal('2026-06-01')).toEqual([
      '2026-06-15 RenewalCancelled to 2027-05-30',
      '2026-06-30 ReminderIssued payment-30',
      '2026-07-30 ReminderIssued payment-60',
      '2026-08-17 ReminderIssued final-notice',
      '2026-09-01 InvoiceVoided',
      '2026-09-01 MaintenanceLapsed unpaid',
    ]);
  });

  it('is refused once lapsed, and so is resuming', () => {
    const play = new Play(smartertoolsMaintenance, licence)
      .on('2026-02-01', 'cancel')
      .on('2026-06-01', 'resume')
      .on('2026-06-02', 'cancel');
    expect(play.journal('2026-05')).toEqual([
      '2026-05-31 MaintenanceLapsed cancelled',
      '2026-06-01 ActivityRejected resume',
      '2026-06-02 ActivityRejected cancel',
    ]);
  });
});

describe('missed runs', () => {
  it('are caught up by the next, dated that day, each thing once', () => {
    const play = new Play(videoSma, { purchasedOn: '2025-04-19' })
      .until('2026-04-17')
      .skipTo('2026-04-20')
      .until('2026-07-21');
    expect(play.journal('2026-04')).toEqual([
      '2026-04-20 TermStarted renewal 2026-04-19..2027-04-18',
      '2026-04-20 InvoiceIssued renewal 18000 by 2026-07-20',
      '2026-05-20 ReminderIssued payment-30',
      '2026-06-19 ReminderIssued payment-60',
      '2026-07-06 ReminderIssued final-notice',
      '2026-07-21 InvoiceVoided',
      '2026-07-21 MaintenanceLapsed unpaid',
    ]);
  });

  it('of more than a year lose neither a term nor its invoice', () => {
    const play = new Play(videoSma, { purchasedOn: '2025-04-19' })
      .until('2026-01-01')
      .skipTo('2027-05-01')
      .run();
    expect(play.journal('2027')).toEqual([
      '2027-05-01 TermStarted renewal 2026-04-19..2027-04-18',
      '2027-05-01 TermStarted renewal 2027-04-19..2028-04-18',
      '2027-05-01 InvoiceIssued renewal 18000 by 2027-08-01',
      '2027-05-01 InvoiceIssued renewal 17000 by 2027-08-01',
    ]);
  });

  it('leave a licence active until the next run: a payment in the gap still counts', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    play.until('2026-04-10').skipTo('2026-04-18').on('2026-04-18', 'payment').until('2026-04-20');
    expect(play.journal('2026-04-10')).toEqual([
      '2026-04-18 PaymentRecorded 48000',
      '2026-04-18 InvoicePaid',
    ]);
  });
});

describe('registering', () => {
  it('takes a cover that was over before as lapsed', () => {
    const play = new Play(smartertoolsMaintenance, { coverEnds: '2025-12-31' });
    expect(play.until('2026-06-01').journal()).toEqual([
      '2026-01-01 LicenceRegistered',
      '2026-01-01 TermStarted initial 2025-01-01..2025-12-31',
      '2026-01-01 MaintenanceLapsed not-renewed',
    ]);
  });

  it('takes a cover that ends on the day itself as active', () => {
    const play = new Play(smartertoolsMaintenance, { coverEnds: '2026-01-01' });
    expect(play.until('2026-01-01').journal('2026-01-01')).toEqual([
      '2026-01-01 LicenceRegistered',
      '2026-01-01 TermStarted initial 2025-01-02..2026-01-01',
      '2026-01-01 QuoteIssued renewal 1y=30000',
      '2026-01-01 ReminderSkipped expiry-30',
      '2026-01-01 ReminderIssued expiry-7',
    ]);
  });

  it('inside the reminders’ days sends the latest and skips those before', () => {
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-01-20' }).until('2026-01-13');
    expect(play.journal().filter((line) => line.includes('Reminder'))).toEqual([
      '2026-01-01 ReminderSkipped expiry-60',
      '2026-01-01 ReminderIssued expiry-30',
      '2026-01-13 ReminderIssued expiry-7',
    ]);
  });
});
