import { expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';

it('a benefit is charged at a rate that the plan names, so that a mail can say it in the customer’s language', () => {
  expect(() => checkPlan({ ...plan, rates: {} })).toThrow(/benefits are charged at rates of the plan/);
});
