import { type ExamplePrice, examplePrices } from '../../client/plans-in-words/examples.ts';
import { planInWords } from '../../client/plans-in-words/plan-in-words.ts';
import type { Statement } from '../../client/plans-in-words/statement.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Invocation } from '../shell/invocation.ts';

/** Prints a plan's terms in words, and what example licences cost on the plan's day. */
export function showPlan({ output, now }: Invocation, plan: Plan, asJson: boolean): void {
  const { id, name, vendor } = plan;
  const chapters = planInWords(plan);
  const examples = examplePrices(plan, dayIn(plan.timeZone, now));
  if (asJson) {
    output.json({ planId: id, name, vendor: vendor.name, chapters, examples });
    return;
  }
  output.print(`${name} (${id}), ${vendor.name}`);
  for (const { heading, statements } of chapters) {
    output.print();
    output.print(heading);
    for (const statement of statements) output.print(`  ${statement.text}${mark(statement)}`);
  }
  output.print();
  output.print(`Examples, for a customer in ${vendor.country}`);
  output.table(['licence', 'for', 'list price', 'net', 'tax', 'total'], examples.map(cellsOf));
}

function mark({ source }: Statement): string {
  switch (source) {
    case 'published':
      return '';
    case 'assumed':
      return ' (assumed)';
    case 'in-part':
      return ' (in part)';
  }
}

function cellsOf({ what, list, when, price }: ExamplePrice): readonly string[] {
  const { net, tax, taxPercent, total } = price;
  return [
    what,
    when,
    list === undefined ? '' : formatMoney(list),
    formatMoney(net),
    taxPercent === 0 ? 'none' : `${formatMoney(tax)} (${taxPercent}\u00a0%)`,
    formatMoney(total),
  ];
}
