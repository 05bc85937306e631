import { expect, it } from 'vitest';
import { oldContractsOf } from '../../domain/old-contracts/named.ts';
import { plans } from '../../plans/index.ts';

it('a row of a book names one plan only: no plan or old contract has the name of another', () => {
  const names = [...plans.map(({ id }) => id), ...oldContractsOf(plans).map(({ contract }) => contract)];
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});
