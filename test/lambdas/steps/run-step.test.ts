import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { videoSma as plan } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

vi.mock('../../../domain/licence/perform.ts', () => ({ perform: () => [] }));

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());

test('an action that is still due when it is done is an error: it would be done and mailed without end', async () => {
  const licenceId = await house.licence(plan, { coverEnds: '2026-03-31' });
  const step = await house.step('remind', { planId: plan.id, today: '2026-01-30', licenceId });
  const because = 'remind is still due after it was done: renewal-60 falls on 2026-01-30';
  expect(step).toMatchObject({ decided: 'remind: parked', because });
});
