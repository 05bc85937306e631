import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${operator.cloud.outputs[outputs.portalAddress] ?? ''}${path}`, { redirect: 'manual', ...init });

test("the customer's page answers at the address that the stack names, by the function's own permissions", async () => {
  const page = await ask('/sign-in');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  const inside = await ask('/licences');
  expect([inside.status, inside.headers.get('location')]).toEqual([303, '/sign-in']);
  expect(operator.cloud.permissions().denied).toEqual([]);
});
