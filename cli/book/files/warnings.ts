import { addMonths, type CivilDate } from '../../../domain/calendar.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { mistakeIn } from '../values/check.ts';
import type { Mistake } from '../values/mistakes.ts';
import type { Row } from '../table/row.ts';
import { file } from './licence-rules.ts';

const earliestYear = '1980';
const mostMonthsAhead = 120;

/**
 * What a licence may be, and probably is not: names that the plan's price list lacks, and days that do not fit each
 * other. Whoever imports it is asked.
 */
export function doubtsAbout(row: Row, facts: Facts, plan: Plan): readonly Mistake[] {
  return [...doubtfulNames(row, facts, plan), ...doubtfulDays(row, facts)];
}

function doubtfulNames(row: Row, facts: Facts, { id, catalogue, updates }: Plan): readonly Mistake[] {
  const editions = Object.entries(catalogue?.editions ?? {});
  const modules = Object.keys(catalogue?.modules ?? {});
  const skus = [...modules, ...editions.map(([, { sku }]) => sku)];
  const ofPrice = `of the price list of ${id}`;
  const doubts: Mistake[] = [];
  const expect = (column: string, value: string, what: string, listed: readonly string[]) => {
    if (value === '' || listed.length === 0 || listed.includes(value)) return;
    doubts.push(mistakeIn(file, row, column, `${what}: ${listed.join(', ')}`));
  };
  expect('product', facts.product, `a product that ${id} announces updates of`, updates?.products ?? []);
  // A subscription is not sold by the price list.
  if (facts.model === 'subscription') return doubts;
  const names = editions.map(([name]) => name);
  expect('edition', facts.edition, `an edition ${ofPrice}`, names);
  // Without modules of its own, a price list says nothing about what was sold.
  const unlisted = modules.length === 0 ? undefined : facts.modules.find(({ sku }) => !skus.includes(sku));
  if (unlisted !== undefined)
    expect('modules', unlisted.sku, `modules ${ofPrice} (not ${unlisted.sku})`, skus);
  return doubts;
}

function doubtfulDays(row: Row, facts: Facts): readonly Mistake[] {
  const { purchasedOn, activatedOn, installedOn, coverStarts, coverEnds, registeredOn } = facts;
  const doubts: Mistake[] = [];
  const expect = (column: string, isLikely: boolean, expected: string) => {
    if (!isLikely && !doubts.some((doubt) => doubt.column === column))
      doubts.push(mistakeIn(file, row, column, expected));
  };
  for (const [column, day] of Object.entries({ purchasedOn, activatedOn, installedOn })) {
    if (day === undefined) continue;
    expect(column, day >= earliestYear, `a day since ${earliestYear}`);
    expect(column, day <= registeredOn, `a day until ${registeredOn}, when the licence is registered`);
  }
  if (purchasedOn !== undefined) {
    const after = `a day from the purchase on (${purchasedOn})`;
    for (const [column, day] of Object.entries({ activatedOn, installedOn, coverStarts, coverEnds }))
      if (day !== undefined) expect(column, day >= purchasedOn, after);
  }
  if (coverEnds !== undefined) {
    const last = lastLikelyEnd(registeredOn);
    expect('coverEnds', coverEnds <= last, `a day until ${last}, ten years after the registration`);
    expect('coverEnds', coverEnds >= earliestYear, `a day since ${earliestYear}`);
  }
  return doubts;
}

function lastLikelyEnd(registeredOn: CivilDate): CivilDate {
  return addMonths(registeredOn, mostMonthsAhead);
}
