import type { CustomerTerms } from '../customer/terms.ts';
import { add, type Money, percentOf, subtract } from './money.ts';
import type { Line } from './price.ts';

/** Lines with the customer's discount as the last of them, rounded half up (docs/rules.md §4.20). */
export function discounted(
  { discountPercent: percent }: CustomerTerms,
  given: readonly Line[],
): readonly Line[] {
  const lines = given.filter(({ basis }) => basis !== 'discount');
  const [first] = lines;
  if (percent === undefined || first === undefined) return lines;
  const net = lines.reduce((sum, line) => add(sum, line.net), nothingIn(first.net));
  const off = subtract(nothingIn(net), percentOf(net, percent));
  return off.amount === 0 ? lines : [...lines, { basis: 'discount', percent, net: off }];
}

function nothingIn(money: Money): Money {
  return { ...money, amount: 0 };
}
