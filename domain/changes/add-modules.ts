import { orderChange } from './order-change.ts';
import { findModules } from './look-up.ts';
import { listPriceOf } from './module.ts';
import { mostGiven, mostGivenInWords } from '../billing/money.ts';
import { mostModules } from '../licence/entered-facts.ts';
import { priced } from '../billing/pricing.ts';
import { linesOfModules } from './pricing.ts';
import type { JournalDraft } from '../licence/journal-draft.ts';
import type { Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { type Answer, refuse } from '../licence/answer.ts';

export interface AddModules {
  readonly activity: 'add-modules';
  /** Of the plan's price list. */
  readonly skus: readonly string[];
}

/**
 * Orders modules: charged to the end of the running term now, and in full from the next. The order is payable within
 * the term at the latest, since its price is calculated to that day.
 */
export function addModules(plan: Plan, draft: JournalDraft, { skus }: AddModules): Answer {
  const modules = findModules(plan, skus);
  if ('missing' in modules) return refuse(draft, modules.missing, modules.code);
  const { facts, standing } = draft.licence;
  if (standing.status !== 'active')
    return refuse(draft, `a ${standing.status} licence has no term to add modules to`, 'no-term');
  const { ends } = standing.term;
  if (draft.on > ends && plan.renewal.mode === 'order')
    return refuse(draft, `the term ended on ${ends}: it is to be renewed first`, 'term-ended');
  const known = knownSkus(draft.licence);
  const twice = skus.find((sku) => known.has(sku));
  if (twice !== undefined)
    return refuse(draft, `the licence has module ${twice} already, or on order`, 'has-it-already');
  const after = [...facts.modules, ...modules];
  if (after.length > mostModules) return refuse(draft, `a licence has at most ${mostModules} modules`);
  if (listPriceOf(after, plan.currency).amount > mostGiven)
    return refuse(draft, `list prices add up to at most ${mostGivenInWords(plan.currency)}`);
  const price = priced(plan, facts, draft.on, linesOfModules(plan, facts, modules, standing, draft.on));
  const because = `${skus.join(', ')} added: charged to the end of the term on ${ends}, in full from the next`;
  return orderChange(plan, draft, { kind: 'modules', modules: [...modules] }, price, because, ends);
}

function knownSkus({ facts, invoices }: Licence): ReadonlySet<string> {
  const ordered = invoices.flatMap(({ purpose }) =>
    purpose.kind === 'expansion' && purpose.change.kind === 'modules' ? purpose.change.modules : [],
  );
  return new Set([...facts.modules, ...ordered].map(({ sku }) => sku));
}
