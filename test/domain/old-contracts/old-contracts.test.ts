import { describe, expect, it } from 'vitest';
import { contractNamed, oldContractsOf, ratesOfContract } from '../../../domain/old-contracts/named.ts';
import { oldContractsSchema } from '../../../domain/old-contracts/terms.ts';
import { plans } from '../../../plans/index.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

describe('the contracts that a vendor sold before (docs/rules.md §9.7)', () => {
  it('are those that the plans replace and those that they honour', () => {
    expect(oldContractsOf(plans)).toEqual([
      { plan: videoSma, contract: 'update-contract', isHonoured: false },
      { plan: videoSma, contract: 'maintenance-contract', isHonoured: true },
    ]);
  });

  it('are found by their names', () => {
    expect(contractNamed(plans, 'maintenance-contract')).toMatchObject({ plan: videoSma, isHonoured: true });
    expect(contractNamed(plans, 'update-contract')).toMatchObject({ isHonoured: false });
    expect(contractNamed(plans, 'video-sma')).toBeUndefined();
  });

  it('have rates of their own where they are honoured, and only then', () => {
    expect(ratesOfContract(videoSma, 'maintenance-contract')).toEqual([17, 16]);
    expect(ratesOfContract(videoSma, 'update-contract')).toBeUndefined();
    expect(ratesOfContract(videoSma, undefined)).toBeUndefined();
    expect(ratesOfContract(smartNetUserGroup, 'maintenance-contract')).toBeUndefined();
  });

  it('are replaced with the reason, which names the contract', () => {
    const play = new Play(videoSma, { contract: 'update-contract', coverEnds: '2026-06-09', country: 'AT' });
    const replaced = play.events.find(({ type }) => type === 'ContractReplaced');
    expect(replaced?.because).toMatch(/^update-contract: ./);
  });

  it.each([
    ['replaced and honoured', { replaced: ['a', 'b'], honoured: { b: { ratesByTerm: [17] } } }],
    ['of a name with a space', { replaced: ['old contract'], honoured: {} }],
    ['of a name that ends with a sign', { replaced: ['old!'], honoured: {} }],
    ['of a name that begins with a sign', { replaced: ['!old'], honoured: {} }],
    ['of no name', { replaced: [''], honoured: {} }],
    ['honoured without a rate', { replaced: [], honoured: { b: { ratesByTerm: [] } } }],
    ['honoured at more than its price', { replaced: [], honoured: { b: { ratesByTerm: [100.01] } } }],
    ['honoured at less than nothing', { replaced: [], honoured: { b: { ratesByTerm: [-0.01] } } }],
  ])('are refused in a plan: %s', (_, terms) => {
    expect(oldContractsSchema.safeParse(terms).success).toBe(false);
  });

  it('are taken in a plan where they have other names', () => {
    const terms = { replaced: ['a', 'b-2'], honoured: { c: { ratesByTerm: [0, 100] } } };
    expect(oldContractsSchema.parse(terms)).toEqual(terms);
  });
});
