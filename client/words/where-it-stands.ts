import type { CivilDate } from '../../domain/calendar.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { owedInAll, payByOf } from '../../domain/receivables/owed.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** Where a licence stands on a day, why, and what is to be paid: a sentence or two. */
export function whereItStands(
  plan: Plan,
  licence: Licence,
  journal: readonly Event[],
  on: CivilDate,
): string {
  return [`${standing(plan, licence, journal, on)}.`, ...toPay(licence, on)].join(' ');
}

function standing(plan: Plan, licence: Licence, journal: readonly Event[], on: CivilDate): string {
  const { standing: now } = licence;
  switch (now.status) {
    case 'pending':
      return plan.firstTerm.from === 'installedOn'
        ? 'Maintenance starts once the software is installed'
        : 'Maintenance starts once the licence is activated';
    case 'active': {
      if (now.cancelledTo !== undefined)
        return `Renewal is cancelled: maintenance ends on ${now.cancelledTo}`;
      const cover = coverOn(plan, licence, on);
      if (!cover.inForce) return `Maintenance is not in force: ${cover.because}`;
      return cover.renews
        ? `Maintenance is in force. The term ends on ${now.term.ends} and renews by itself`
        : `Maintenance is in force until ${cover.until ?? now.term.ends}`;
    }
    case 'subscribed':
      return 'The subscription is covered until it is deactivated';
    case 'lapsed': {
      const lapse = journal.findLast((event) => event.type === 'MaintenanceLapsed');
      return `Maintenance lapsed on ${now.lapsedOn}${lapse === undefined ? '' : `: ${lapse.because}`}`;
    }
    case 'deactivated':
      return `The subscription was deactivated on ${now.deactivatedOn}`;
    case 'removed':
      return `The licence was removed on ${now.removedOn}`;
  }
}

function toPay(licence: Licence, on: CivilDate): readonly string[] {
  const owed = owedInAll(licence);
  if (owed.amount <= 0) return [];
  const days = licence.invoices.map((invoice) => payByOf(licence, invoice)).toSorted();
  const [first] = days;
  if (first === undefined) return [];
  const when = first < on ? `, overdue since ${first}` : `, payable by ${first}`;
  return [`${formatMoney(owed)} is open${when}.`];
}
