import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';
import { rejects } from '../../support/application/rejections.ts';

const member = () => new Play(smartNet, { coverEnds: '2026-12-31' });
const video = () =>
  new Play(videoSma, { purchasedOn: '2025-06-10', product: 'ProBox', modules: { POS: 399_95 } });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const enterprise = { activity: 'request-change', edition: 'Enterprise' } as const;
const adds = (...skus: string[]) => ({ activity: 'add-modules', skus }) as const;
const nzd = (amount: number) => ({ amount, currency: 'NZD' });
const migration = { activity: 'request-migration', hours: 1, hardware: nzd(0) } as const;

describe('modules (§12.4): rejected is', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`M-${n}`, 1_00]));
  const dear = { BIG: 10_000_000_000_000 - 1280_00 + 1 };
  const bought = { purchasedOn: '2025-06-10', product: 'ProBox' };
  const orders = () =>
    checkPlan({
      ...smartertools,
      catalogue: {
        modules: { EXTRA: 500_00 },
        editions: {},
        editionChange: 'needs-new-licence',
        benefit: 'community',
      },
    });
  rejects([
    [adds('POS'), video, 'has-it-already', /module POS already, or on order/],
    [
      adds('CAM-16'),
      () => video().does('2026-02-01', adds('CAM-16')),
      'has-it-already',
      /CAM-16 already, or on order/,
    ],
    [adds('CAM-16', 'CAM-16'), video, 'has-it-already', /CAM-16 is named twice/],
    [adds('CAM-8'), video, 'not-in-price-list', /CAM-8 is not in the price list: it has CAM-16, CAM-64, POS/],
    [adds(), video, 'not-in-price-list', /name one or more by their SKUs/],
    [adds('CAM-16'), member, 'no-price-list', /smart-net-user-group has no price list of modules/],
    [
      adds('CAM-16'),
      () => new Play(videoSma, { ...bought, coverEnds: '2025-12-31' }),
      'no-term',
      /^a lapsed licence/,
    ],
    [
      adds('EXTRA'),
      () => new Play(orders(), { coverEnds: '2026-02-02' }),
      'term-ended',
      /ended on 2026-02-02: .*renewed first/,
    ],
    [
      adds('CAM-16'),
      () => new Play(videoSma, { ...bought, modules: many }),
      undefined,
      /at most 500 modules/,
    ],
    [
      adds('CAM-16'),
      () => new Play(videoSma, { ...bought, modules: dear }),
      undefined,
      /at most EUR 100000000000\.00/,
    ],
  ]);

  it('accepted are as many and as dear as a licence can have', () => {
    const most = Object.fromEntries(Object.entries(many).slice(1));
    for (const modules of [most, { BIG: dear.BIG - 1 }]) {
      const play = new Play(videoSma, { ...bought, modules }).does('2026-02-01', adds('CAM-16'));
      expect(play.journal('2026-02')[0]).toMatch(/InvoiceIssued expansion/);
    }
  });
});

describe('changes of edition and migrations (§12.2, §12.3, §12.6): rejected is', () => {
  const quoted = () => video().does('2026-02-01', enterprise);
  const orders = () => new Play(videoSma, { purchasedOn: '2025-06-10', product: 'ProBox', poRequired: true });
  const migrated = () =>
    member()
      .does('2026-02-01', { ...migration, hours: 2 })
      .on('2026-02-02', 'accept-change');
  const toVMware = { activity: 'request-change', edition: 'VMware' } as const;
  const perpetual = { purchasedOn: '2025-06-20', product: 'ActiveImage', edition: 'Hyper-V' };
  const subscribed = () => new Play(netjapan, { ...perpetual, model: 'subscription', modules: {} });
  const membersOnly = {
    ...smartNet,
    migration: smartNet.migration && { ...smartNet.migration, benefit: 'patches' },
  };
  rejects([
    [enterprise, member, 'no-price-list', /smart-net-user-group has no price list of editions/],
    [
      { ...enterprise, edition: 'Mini' },
      video,
      'not-in-price-list',
      /edition Mini .* it has ProBox, Enterprise/,
    ],
    [{ ...enterprise, edition: 'constructor' }, video, 'not-in-price-list', /constructor/],
    [{ ...enterprise, edition: 'ProBox' }, video, 'has-it-already', /edition ProBox already/],
    [
      enterprise,
      () => quoted().on('2026-02-02', 'accept-change'),
      'order-open',
      /L-1-I1 is open until 2026-03-04/,
    ],
    [toVMware, () => subscribed().on('2026-02-01', 'deactivate'), 'not-entitled', /deactivated/],
    [
      { activity: 'accept-change' },
      () => new Play(netjapan, perpetual).does('2026-02-01', toVMware),
      'needs-new-licence',
      /L-1-Q1 is for a new licence: buy and register/,
    ],
    [{ activity: 'accept-change' }, video, 'quote-not-open', /no quote for a change is open/],
    [
      { activity: 'accept-change' },
      () => orders().does('2026-02-01', enterprise),
      'purchase-order-required',
      /purchase order/,
    ],
    [migration, video, 'no-price-list', /video-sma has no prices for a migration/],
    [{ ...migration, hours: 2 }, migrated, 'order-open', /L-1-I1 is open until 2026-03-04/],
    [
      migration,
      () => new Play(membersOnly, { coverEnds: '2025-12-31' }),
      'not-entitled',
      /denied it after lapsing/,
    ],
    [{ ...migration, hours: -0.01 }, member, undefined, /0 to 1000 hours, not -0\.01/],
    [{ ...migration, hours: 1000.01 }, member, undefined, /0 to 1000 hours, not 1000\.01/],
    [{ ...migration, hours: Number.NaN }, member, undefined, /0 to 1000 hours, not NaN/],
    [{ ...migration, hardware: eur(1) }, member, undefined, /hardware is in EUR, and the plan in NZD/],
    [{ ...migration, hardware: nzd(-1) }, member, undefined, /hardware costs 0 to NZD 100000000000\.00/],
  ]);

  it('accepted is a change that was quoted until its last day, and not after it', () => {
    const last = quoted().until('2026-03-02').on('2026-03-03', 'accept-change');
    expect(last.journal('2026-03-03')[0]).toBe('2026-03-03 ChangeAccepted');
    const late = quoted().until('2026-03-02').skipTo('2026-03-04').on('2026-03-04', 'accept-change');
    expect(late.journal('2026-03-04').slice(0, 2)).toEqual([
      '2026-03-04 QuoteExpired',
      '2026-03-04 ActivityRejected accept-change',
    ]);
    expect(late.events.at(-1)?.because).toMatch(/2026-03-03/);
  });

  it('an open order of one kind of change keeps nobody from the other (§12.2)', () => {
    const play = video().does('2026-02-01', adds('CAM-16')).does('2026-02-02', enterprise);
    expect(play.journal('2026-02-02')[0]).toMatch(/ChangeQuoted edition/);
  });

  it('from 0 to 1,000 hours can be asked for, and a line is for what costs something', () => {
    const bases = (hours: number, hardware: number) => {
      const play = member().does('2026-02-01', { ...migration, hours, hardware: nzd(hardware) });
      return play.licence.changeQuote?.price.lines.map(({ basis }) => basis);
    };
    expect(bases(0, 0)).toEqual(['list']);
    expect(bases(1000, 0)).toEqual(['list', 'labour']);
    expect(bases(0, 1)).toEqual(['list', 'hardware']);
  });
});
