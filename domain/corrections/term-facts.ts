import type { Facts } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';

/** The facts that a licence's first term follows from (docs/rules.md §9), by their names in the book. */
export function termFactsOf({ firstTerm }: Plan, facts: Facts): readonly (keyof Facts)[] {
  const cover = ['model', 'coverStarts', 'coverEnds', 'termNumber'] as const;
  if (facts.coverEnds !== undefined) return cover;
  switch (firstTerm.length.kind) {
    case 'years-bought':
      return [...cover, firstTerm.from, 'initialYears'];
    case 'by-training':
      return [...cover, firstTerm.from, 'onSiteTraining'];
    case 'months':
    case 'rest-of-year':
      return [...cover, firstTerm.from];
  }
}
