import { describe, expect, it } from 'vitest';
import {
  announcedPrice,
  announcedPriceSchema,
  atAnnounced,
} from '../../../domain/billing/announced-price.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';

const uplift = { percent: 3 };
const withUplift = (plan: Plan) => ({ ...plan, price: { ...plan.price, uplift } }) as Plan;

describe('a renewal notice announces (docs/rules.md §3.10)', () => {
  it('the price a year of the product, and nothing of one that has none', () => {
    const flat = { kind: 'flat', product: 'Smart-RAS', perYear: 240_00, uplift };
    expect(announcedPrice(withUplift(smartNetUserGroup), { product: 'Smart-RAS' })).toEqual(flat);
    expect(announcedPrice(smartNetUserGroup, { product: 'Other' })).toBeUndefined();
  });

  it('the rates of the plan, or of an old contract that it honours', () => {
    const rates = { kind: 'share-of-list', ratesByTerm: [19, 18, 17, 16, 15], uplift };
    expect(announcedPrice(withUplift(videoSma), { product: 'Suite' })).toEqual(rates);
    const contract = 'maintenance-contract';
    expect(announcedPrice(videoSma, { product: 'Suite', contract })).toMatchObject({ ratesByTerm: [17, 16] });
  });

  it('as it is stored', () => {
    for (const plan of [smartNetUserGroup, videoSma]) {
      const price = announcedPrice(withUplift(plan), { product: 'Smart-Net' });
      expect(announcedPriceSchema.parse(price)).toEqual(price);
    }
    const flat = { kind: 'flat', product: 'A', perYear: 1 };
    for (const wrong of [
      { ...flat, perYear: 0 },
      { ...flat, perYear: 0.5 },
      { ...flat, ratesByTerm: [1] },
    ])
      expect(announcedPriceSchema.safeParse(wrong).success).toBe(false);
    expect(announcedPriceSchema.safeParse({ kind: 'share-of-list', ratesByTerm: [] }).success).toBe(false);
  });
});

describe('a charge is priced', () => {
  const facts = { product: 'Smart-Net', contract: 'maintenance-contract' };

  it('by the plan where nothing was announced', () => {
    expect(atAnnounced(videoSma, facts, undefined)).toEqual({ plan: videoSma, facts });
  });

  it('by the announced price a year, unless the product was corrected since', () => {
    const announced = { kind: 'flat', product: 'Smart-Net', perYear: 400_00, uplift } as const;
    const at = atAnnounced(smartNetUserGroup, facts, announced);
    expect(at.plan.price).toEqual({ kind: 'flat', perYear: { 'Smart-Net': 400_00 }, uplift });
    expect(at.facts).toBe(facts);
    const corrected = { product: 'Smart-RAS' };
    expect(atAnnounced(smartNetUserGroup, corrected, announced)).toEqual({
      plan: smartNetUserGroup,
      facts: corrected,
    });
  });

  it('by the announced rates, which have the contract in them and no discount for several years', () => {
    const announced = { kind: 'share-of-list' as const, ratesByTerm: [17, 16], uplift };
    const at = atAnnounced(netjapanMaintenance, facts, announced);
    expect(at.plan.price).toEqual({
      kind: 'share-of-list',
      ratesByTerm: [17, 16],
      discountByYears: {},
      uplift,
    });
    expect(at.plan.currency).toBe('GBP');
    expect(at.facts).toEqual({ product: 'Smart-Net', contract: undefined });
  });
});
