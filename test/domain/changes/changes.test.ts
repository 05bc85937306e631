import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

/** A plan whose terms are ordered, with a price list. */
const ordered = checkPlan({
  ...smartertoolsMaintenance,
  catalogue: {
    modules: { EXTRA: 500_00 },
    editions: {},
    editionChange: 'needs-new-licence',
    benefit: 'community',
  },
});
const extra = { activity: 'add-modules', skus: ['EXTRA'] } as const;
const bought = { purchasedOn: '2025-05-31' };

it('a renewal quote is made anew where modules are added while it is open', () => {
  const play = new Play(ordered, bought).until('2026-04-30').does('2026-05-05', extra);
  play.on('2026-05-05', 'payment').until('2026-05-05');
  expect(play.journal('2026-04-30').filter((line) => line.includes('Quote'))).toEqual([
    '2026-04-30 QuoteIssued renewal 1y=30000',
    '2026-05-05 QuoteIssued renewal 1y=45000',
  ]);
});

it('an order for modules blocks no renewal quote, and a renewal’s order none for modules', () => {
  const play = new Play(ordered, bought).does('2026-04-20', extra).until('2026-04-30');
  play.on('2026-05-01', 'accept-quote').on('2026-05-02', 'payment');
  expect(play.journal('2026-04-20')).toEqual([
    '2026-04-20 InvoiceIssued expansion 1685 by 2026-05-20',
    '2026-04-30 QuoteIssued renewal 1y=30000',
    '2026-04-30 ReminderIssued expiry-30',
    '2026-05-01 QuoteAccepted 1y',
    '2026-05-01 InvoiceIssued renewal 30000 by 2026-05-31',
    '2026-05-02 PaymentRecorded 31685',
    '2026-05-02 InvoicePaid',
    '2026-05-02 LicenceChanged modules M EXTRA',
    '2026-05-02 InvoicePaid',
    '2026-05-02 TermStarted renewal 2026-05-31..2027-05-30',
  ]);
});

it('paying for a change does not undo a cancellation', () => {
  const play = new Play(ordered, bought).on('2026-04-01', 'cancel').does('2026-04-20', extra);
  play.on('2026-04-21', 'payment').until('2026-05-31');
  expect(play.journal('2026-04-21').slice(-2)).toEqual([
    '2026-04-21 LicenceChanged modules M EXTRA',
    '2026-05-31 MaintenanceLapsed cancelled',
  ]);
});

it('no modules are added after the term of a plan that does not renew by itself, also before a run has lapsed it', () => {
  const play = new Play(ordered, bought).until('2026-05-29').skipTo('2026-06-01').does('2026-06-01', extra);
  expect(play.events.at(-1)?.because).toBe('the term ended on 2026-05-30: it is to be renewed first');
});

it('a migration costs no negative hours or hardware', () => {
  const hardware = { amount: -1, currency: 'EUR' };
  const migrating: Plan = {
    ...videoSma,
    migration: {
      benefit: 'updates',
      softwareByProduct: { Suite: 1 },
      labourPerHour: 1,
      note: { en: 'note', de: 'Hinweis' },
    },
  };
  const play = new Play(migrating, bought);
  play.does('2026-02-01', { activity: 'request-migration', hours: 1, hardware });
  expect(play.events.at(-1)?.because).toBe('hardware costs 0 to EUR 100000000000.00');
});

it('a price list is refused that cannot be charged', () => {
  const { catalogue } = ordered;
  expect(() =>
    checkPlan({ ...vtubeLaserSmp, catalogue: catalogue && { ...catalogue, benefit: 'updates' } }),
  ).toThrow(/modules are charged by their list price/);
  const editions = { Extra: { sku: 'EXTRA', price: 1 } };
  expect(() => checkPlan({ ...ordered, catalogue: catalogue && { ...catalogue, editions } })).toThrow(
    /a SKU is that of a module or of an edition, not of both/,
  );
  expect(() => checkPlan({ ...ordered, catalogue: catalogue && { ...catalogue, benefit: 'x' } })).toThrow(
    /changes rest on benefits of the plan/,
  );
});

describe('an edition of a price list', () => {
  const proBox = { purchasedOn: '2025-06-10', product: 'ProBox', modules: { PROBOX: 2400_00, POS: 399_95 } };
  const enterprise = { activity: 'request-change', edition: 'Enterprise' } as const;
  const ordering = (play: Play, day: string) => play.does(day, enterprise).on(day, 'accept-change');

  it('that is ordered keeps no modules from being added', () => {
    const play = ordering(new Play(videoSma, proBox), '2026-02-01');
    play.does('2026-02-02', { activity: 'add-modules', skus: ['CAM-16'] });
    expect(play.journal('2026-02-02')[0]).toMatch(/InvoiceIssued expansion/);
  });

  it('can be changed again while the payment of the last change is to be made good (§4.15)', () => {
    const play = ordering(new Play(videoSma, proBox), '2026-02-01').on('2026-02-02', 'payment');
    play.does('2026-02-03', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'bounced' });
    expect(play.licence.invoices).toHaveLength(1);
    play.does('2026-02-04', { ...enterprise, edition: 'ProBox' });
    expect(play.journal('2026-02-04')[0]).toMatch(/ChangeQuoted edition/);
  });

  it('uses the credit for the initial installation only where it is given (§12.3)', () => {
    const left = (play: Play) =>
      ordering(play, '2026-02-01').on('2026-02-02', 'payment').licence.initialInstallation.amount;
    expect(left(new Play(videoSma, proBox))).toBe(0);
    expect(left(new Play(videoSma, { ...proBox, coverEnds: '2025-12-31' }))).toBe(2799_95);
  });

  it('counts for a term from the next one on, where it is paid on the first day of a term before its run (§4.4)', () => {
    const play = ordering(new Play(videoSma, proBox), '2026-06-01')
      .on('2026-06-10', 'payment')
      .until('2026-06-10');
    expect(play.licence.facts.product).toBe('Enterprise');
    // 18 % of 2,400.00 and 399.95
    expect(play.journal('2026-06-10').at(-1)).toBe('2026-06-10 InvoiceIssued renewal 50399 by 2026-09-10');
  });
});
