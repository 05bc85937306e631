import { expect, test } from 'vitest';
import { followCustomer } from '../../../client/customers/follow-customer.ts';
import type { Deployment } from '../../../client/deployment/deployment.ts';

test('a licence that cannot follow is named before the next licences are asked for', async () => {
  const told: string[] = [];
  const pages = [
    { licences: [{ licenceId: 'L-1', outcome: 'failed', reason: 'it is closed' }], next: 'L-1' },
    { licences: [{ licenceId: 'L-2', outcome: 'changed' }] },
  ];
  const toldBefore: string[][] = [];
  const deployment = {
    operator: {
      followCustomer: () => {
        toldBefore.push([...told]);
        return Promise.resolve(pages.shift());
      },
    },
  } as unknown as Deployment;
  const followed = await followCustomer(deployment, 'C-1', {
    onFailed: ({ licenceId, reason }) => told.push(`${licenceId}: ${reason}`),
  });
  expect(toldBefore).toEqual([[], ['L-1: it is closed']]);
  expect(followed).toMatchObject({ changed: 1, failed: [{ licenceId: 'L-1', reason: 'it is closed' }] });
});
