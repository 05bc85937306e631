/** Where a value of a plan comes from: its vendor publishes it, or something of it (a share, but not the amount), or not. */
export type Source = 'published' | 'in-part' | 'assumed';

interface Published {
  readonly published: readonly string[];
  readonly inPart: readonly string[];
}

/**
 * The values of each plan that its vendor publishes, by their keys in the plan (a benefit by its own key). All others are
 * assumed. docs/facts.md has the facts themselves.
 */
export const publishedValues: Readonly<Record<string, Published>> = {
  'smart-net-user-group': {
    published: [
      'benefits.feature-updates',
      'benefits.forums',
      'benefits.health-reports',
      'benefits.major-releases',
      'benefits.migration-work',
      'benefits.patches',
      'benefits.security-updates',
      'benefits.technical-support',
      'benefits.version-migration',
      'firstTerm.from',
      'migration.note',
      'quote.years',
      'reinstatement.kind',
      'renewal.mode',
      'renewal.payWithin',
    ],
    inPart: ['price.perYear', 'renewal.invoicedOn', 'renewal.noticeDays', 'migration.labourPerHour'],
  },
  'netjapan-maintenance': {
    published: [
      'benefits.cross-grade',
      'benefits.new-platforms',
      'benefits.newest-features',
      'benefits.partner-services',
      'benefits.priority-help',
      'benefits.version-change',
      'catalogue.editionChange',
      'firstTerm',
      'firstTerm.length',
      'quote.years',
      'renewal.mode',
      'subscription',
      'term.months',
    ],
    inPart: [],
  },
  'vtube-laser-smp': {
    published: [
      'benefits.technical-support',
      'benefits.update-announcements',
      'benefits.updates',
      'firstTerm',
      'firstTerm.length.daysWithout',
      'firstTerm.length.monthsWith',
      'firstTerm.starts',
      'quote.years',
      'reminders.expiry',
      'renewal',
      'renewal.mode',
      'renewal.quoteDaysBeforeEnd',
      'term.months',
      'trackedBy',
      'updates.benefit',
    ],
    inPart: ['reminders'],
  },
  'smartertools-maintenance': {
    published: [
      'benefits.community',
      'benefits.emergency-support',
      'benefits.hotfixes',
      'benefits.phone-support',
      'benefits.technical-support',
      'firstTerm',
      'firstTerm.length',
      'quote.years',
      'reinstatement.kind',
      'renewal.mode',
      'subscription',
      'support.hotfixes',
      'support.otherwise',
      'support.remoteAccess',
      'support.response.withinBusinessHours',
      'term.months',
    ],
    inPart: ['support.emergency'],
  },
  'video-sma': {
    published: [
      'benefits.expansion-credit',
      'benefits.updates',
      'catalogue.editionChange',
      'firstTerm',
      'oldContracts.replaced',
      'quote.years',
      'renewal.mode',
      'term.months',
    ],
    inPart: ['price.ratesByTerm', 'reinstatement.rate', 'oldContracts.honoured'],
  },
};

/** Where a value of a plan comes from, by its key or else that of what it is part of; the longest key decides. */
export function sourceOf(planId: string, key: string): Source {
  const known = publishedValues[planId];
  const longestOf = (keys: readonly string[] = []): number =>
    Math.max(
      0,
      ...keys.filter((one) => one === key || key.startsWith(`${one}.`)).map(({ length }) => length),
    );
  const [published, inPart] = [longestOf(known?.published), longestOf(known?.inPart)];
  if (published === 0 && inPart === 0) return 'assumed';
  return published > inPart ? 'published' : 'in-part';
}
