import { expect, it } from 'vitest';
import { definePlan } from '../../../domain/plan/plan.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';

it('a benefit is charged at a rate that the plan names, so that a mail can say it in the customer’s language', () => {
  expect(() => definePlan({ ...plan, rates: {} })).toThrow(/benefits are charged at rates of the plan/);
});
