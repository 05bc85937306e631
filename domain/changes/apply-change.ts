import type { CivilDate } from '../calendar.ts';
import { type JournalDraft, record } from '../licence/journal-draft.ts';
import type { EventOf } from '../licence/events.ts';
import type { Facts } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import type { Change } from './change.ts';

/** Makes a change so. `chargedTo` is the last day that its price reaches, where that is for a period. */
export function applyChange(
  plan: Plan,
  draft: JournalDraft,
  change: Change,
  because: string,
  chargedTo?: CivilDate,
): JournalDraft {
  const facts = changed(plan, draft.licence.facts, change);
  return record(draft, { type: 'LicenceChanged', change, facts, chargedTo, because });
}

/** The edition of a licence; a product without one may itself be an edition of the price list. */
export function editionOf({ catalogue }: Plan, { product, edition }: Facts): string {
  const isProduct = edition === '' && Object.hasOwn(catalogue?.editions ?? {}, product);
  return isProduct ? product : edition;
}

function changed(plan: Plan, facts: Facts, change: Change): EventOf<'LicenceChanged'>['facts'] {
  const { product, edition, modules } = facts;
  switch (change.kind) {
    case 'edition': {
      const named =
        editionOf(plan, facts) === edition
          ? { product, edition: change.edition }
          : { product: change.edition, edition };
      const editions = new Set(Object.values(plan.catalogue?.editions ?? {}).map(({ sku }) => sku));
      const others = modules.filter(({ sku }) => !editions.has(sku));
      return { ...named, modules: change.module === undefined ? modules : [change.module, ...others] };
    }
    case 'modules':
      return { product, edition, modules: [...modules, ...change.modules] };
    case 'migration':
      return { product, edition, modules };
  }
}
