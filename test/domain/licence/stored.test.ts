import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { activeStanding, chargeOf, licenceSchema, openOrder } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const reason = 'asked for';
const member = () =>
  new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ' });
const order = (coverEnds = '2026-03-03') => new Play(netjapanMaintenance, { coverEnds });

const dearer: Plan = {
  ...netjapanMaintenance,
  price: { ...netjapanMaintenance.price, uplift: { percent: 3 } },
  reinstatement: { ...netjapanMaintenance.reinstatement, fees: [{ fromDays: 1, fee: { percentOfGap: 50 } }] },
};

/** Licences that together have everything that a licence can have. */
const licences: Readonly<Record<string, Play>> = {
  pending: new Play(vtubeLaserSmp),
  'charged next month': member().until('2026-01-02'),
  'reminded, on hold and partly credited': member()
    .until('2026-03-20')
    .does('2026-03-21', { activity: 'hold', until: civilDate('2026-04-30'), reason })
    .does('2026-03-22', { activity: 'credit-invoice', invoice: 'last', net: money(1_00, 'NZD'), reason }),
  'open again after it was paid': order()
    .on('2026-01-10', 'accept-quote', 1)
    .on('2026-01-11', 'payment')
    .does('2026-01-12', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason }),
  quoted: order().until('2026-01-02'),
  'ordered, with a ticket and support to pay': new Play(smartertoolsMaintenance, {
    purchasedOn: '2025-03-01',
  })
    .on('2026-02-01', 'accept-quote', 1)
    .does('2026-02-10', { activity: 'open-ticket', emergency: true, at: '2026-02-10T18:00:00Z' as never }),
  'changed and aligned, after a notice': new Play(videoSma, { coverEnds: '2026-02-28', poNumber: 'PO-7' })
    .does('2026-01-02', { activity: 'align', to: '09-30' })
    .does('2026-01-03', { activity: 'request-change', edition: 'Enterprise' })
    .does('2026-01-03', { activity: 'add-modules', skus: ['CAM-16'] }),
  'quoted a migration': member()
    .until('2026-01-02')
    .does('2026-01-03', { activity: 'request-migration', hours: 6.5, hardware: money(1200_00, 'NZD') }),
  'charged by days': new Play(smartNetUserGroup, { installedOn: '2026-02-10' }).until('2026-02-10'),
  'quoted with an uplift, a fee and a discount': new Play(dearer, {
    coverEnds: '2026-01-10',
    termNumber: 2,
    discountPercent: 10,
  })
    .on('2026-01-05', 'accept-quote', 1)
    .until('2026-03-05')
    .on('2026-03-06', 'request-quote'),
  cancelled: new Play(videoSma, { coverEnds: '2026-12-31' }).on('2026-01-10', 'cancel'),
  'without announcements': new Play(vtubeLaserSmp, { coverEnds: '2026-12-31' }).on(
    '2026-01-02',
    'leave-announcements',
  ),
  lapsed: order('2026-01-10').until('2026-01-11'),
  reinstated: order('2026-01-10')
    .on('2026-01-20', 'request-quote')
    .on('2026-01-21', 'accept-quote', 1)
    .on('2026-01-22', 'payment'),
  subscribed: new Play(netjapanMaintenance, { model: 'subscription' }),
  deactivated: new Play(netjapanMaintenance, { model: 'subscription' }).on('2026-01-10', 'deactivate'),
  removed: new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).does('2026-01-02', {
    activity: 'remove',
    reason,
  }),
};
const all = Object.entries(licences).map(([what, { licence }]) => [what, written(licence)] as const);

function written(licence: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(licence)) as Record<string, unknown>;
}

const isTaken = (value: unknown) => licenceSchema.safeParse(value).success;

describe('a licence that is stored', () => {
  it.each(all)('reads back as it was: %s', (_, licence) => {
    expect(licenceSchema.parse(licence)).toEqual(licence);
  });

  it.each(all)('is refused with an unknown or a wrong value at any place: %s', (_, licence) => {
    const taken: string[] = [];
    const check = (path: string, value: unknown, replaced: (by: unknown) => unknown) => {
      if (isTaken(replaced({ wrong: true }))) taken.push(`${path} = {wrong}`);
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value) && isTaken(replaced({ ...value, unknown: 1 }))) taken.push(`${path}.unknown`);
      for (const [key, inner] of Object.entries(value))
        check(`${path}.${key}`, inner, (by) =>
          replaced(
            Array.isArray(value)
              ? value.map((each, index) => (String(index) === key ? by : (each as unknown)))
              : { ...value, [key]: by },
          ),
        );
    };
    check('licence', licence, (by) => by);
    expect(taken).toEqual([]);
  });

  it('has made no payment, credit note or refund where an old item says nothing of them', () => {
    const { paymentsRecorded, creditNotesIssued, refundsRecorded, ...old } = written(order().licence);
    expect({ paymentsRecorded, creditNotesIssued, refundsRecorded }).toEqual({
      paymentsRecorded: 0,
      creditNotesIssued: 0,
      refundsRecorded: 0,
    });
    expect(licenceSchema.parse(old)).toMatchObject({
      paymentsRecorded: 0,
      creditNotesIssued: 0,
      refundsRecorded: 0,
    });
  });

  it.each([
    'quotesIssued',
    'invoicesIssued',
    'paymentsRecorded',
    'creditNotesIssued',
    'refundsRecorded',
    'ticketsOpened',
  ])('counts %s from nothing', (count) => {
    const licence = written(order().until('2026-01-01').licence);
    expect([-1, 0, 0.5, 1].map((n) => isTaken({ ...licence, [count]: n }))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

it('a licence has every kind of line among them', () => {
  const bases = new Set([...JSON.stringify(all).matchAll(/"basis":"([a-z-]+)"/g)].map(([, basis]) => basis));
  expect([...bases].toSorted()).toEqual([
    'by-days',
    'credit',
    'discount',
    'flat',
    'hardware',
    'labour',
    'list',
    'reinstatement-fee',
    'share-by-days',
    'share-of-list',
    'support',
    'uplift',
  ]);
});

describe('of a licence', () => {
  it('there is a running term while it is active only', () => {
    expect(activeStanding(order().licence).term.ends).toBe('2026-03-03');
    expect(() => activeStanding(order('2026-01-10').until('2026-01-11').licence)).toThrow(
      'licence L-1 has no running term: it is lapsed',
    );
  });

  it('the open order is that for a term, and only a charge is one of a running term', () => {
    const ordered = order().on('2026-01-10', 'accept-quote', 1).licence;
    expect(openOrder(ordered)?.invoiceId).toBe('L-1-I1');
    expect(ordered.invoices.map(chargeOf)).toEqual([undefined]);
    const changed = new Play(videoSma, { coverEnds: '2026-12-31' });
    changed.does('2026-02-01', { activity: 'add-modules', skus: ['CAM-16'] });
    expect(openOrder(changed.licence)).toBeUndefined();
    const charged = member().until('2026-01-15').licence;
    expect(openOrder(charged)).toBeUndefined();
    expect(charged.invoices.map(chargeOf)).toMatchObject([{ kind: 'renewal', to: '2026-12-31' }]);
  });
});
