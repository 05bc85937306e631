import { expect, it } from 'vitest';
import { netjapanMaintenance as plan } from '../../plans/netjapan-maintenance.ts';
import { Play } from '../support/application/play.ts';

const bought = { purchasedOn: '2025-06-20', country: 'GB', product: 'ActiveImage', edition: 'Hyper-V' };
const toVMware = { activity: 'request-change', edition: 'VMware' } as const;

it('changing a perpetual licence to another version needs a new licence: the quote says so', () => {
  const play = new Play(plan, bought).does('2026-03-02', toVMware);
  expect(play.licence.changeQuote).toMatchObject({
    needsNewLicence: true,
    price: { net: { amount: 1450_50 }, total: { amount: 1740_60, currency: 'GBP' } },
  });
  play.on('2026-03-03', 'accept-change');
  expect(play.journal('2026-03')).toEqual([
    '2026-03-02 ChangeQuoted edition 174060 new',
    '2026-03-03 ActivityRejected accept-change',
  ]);
  expect(play.events.at(-1)?.because).toBe(
    'quote L-1-Q1 is for a new licence: buy and register that one, as this one cannot change',
  );
});

it('a subscription can be changed to another version as needed', () => {
  const play = new Play(plan, { ...bought, model: 'subscription', modules: {} });
  play.does('2026-03-02', toVMware).does('2026-03-03', { ...toVMware, edition: 'Hyper-V' });
  expect(play.journal('2026-03')).toEqual([
    '2026-03-02 LicenceChanged edition',
    '2026-03-03 LicenceChanged edition',
  ]);
  expect(play.licence.facts).toMatchObject({ product: 'ActiveImage', edition: 'Hyper-V', modules: [] });
});

it('a deactivated subscription can no longer be changed', () => {
  const play = new Play(plan, { ...bought, model: 'subscription', modules: {} });
  play.on('2026-03-01', 'deactivate').does('2026-03-02', toVMware);
  expect(play.events.at(-1)?.because).toBe('a deactivated subscription can no longer be used');
});

it('sells no modules in the middle of a term, and no migration', () => {
  const play = new Play(plan, bought).does('2026-03-02', { activity: 'add-modules', skus: ['AIP-SRV'] });
  expect(play.events.at(-1)?.because).toBe('the plan netjapan-maintenance has no price list of modules');
  play.does('2026-03-02', {
    activity: 'request-migration',
    hours: 1,
    hardware: { amount: 0, currency: 'GBP' },
  });
  expect(play.events.at(-1)?.because).toBe('the plan netjapan-maintenance has no prices for a migration');
});
