import { orderChange } from './order-change.ts';
import { findModules } from './look-up.ts';
import { priceOfModules } from './pricing.ts';
import type { Chronicle } from '../licence/journal-draft.ts';
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
 * the term at the latest, since that is what its price is reckoned to.
 */
export function addModules(plan: Plan, so: Chronicle, { skus }: AddModules): Answer {
  const modules = findModules(plan, skus);
  if ('missing' in modules) return refuse(so, modules.missing);
  const { facts, standing } = so.licence;
  if (standing.status !== 'active')
    return refuse(so, `a ${standing.status} licence has no term to add modules to`);
  const { ends } = standing.term;
  if (so.on > ends && plan.renewal.mode === 'order')
    return refuse(so, `the term ended on ${ends}: it is to be renewed first`);
  const known = knownSkus(so.licence);
  const twice = skus.find((sku) => known.has(sku));
  if (twice !== undefined) return refuse(so, `the licence has module ${twice} already, or on order`);
  const price = priceOfModules(plan, facts, modules, standing, so.on);
  const because = `${skus.join(', ')} added: charged to the end of the term on ${ends}, in full from the next`;
  return orderChange(plan, so, { kind: 'modules', modules: [...modules] }, price, because, ends);
}

function knownSkus({ facts, invoices }: Licence): ReadonlySet<string> {
  const ordered = invoices.flatMap(({ purpose }) =>
    purpose.kind === 'expansion' && purpose.change.kind === 'modules' ? purpose.change.modules : [],
  );
  return new Set([...facts.modules, ...ordered].map(({ sku }) => sku));
}
