import type { CivilDate } from '../../domain/calendar.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { chargedTerms } from '../../domain/reports/charged-terms.ts';
import { endedTerms, reinstatementsIn } from '../../domain/reports/renewals.ts';
import { monthsOf, revenueIn } from '../../domain/reports/revenue.ts';
import { ageOf, daysOverdue, issuedInvoices } from '../../domain/receivables/issued-invoices.ts';
import type { Days } from '../../domain/time/days.ts';
import type { NumberedJournal } from '../../client/finding/issued-documents.ts';
import { Sums } from './sums.ts';

/** A row of a report: figures by name; a bar of the picture shows one of them. */
export type ReportRow = Readonly<Record<string, string | number | Money | undefined>>;

/** Takes journals one after the other, and has the rows of a plan in the end. */
export interface Report {
  add(journal: NumberedJournal, owner: Customer | undefined): void;
  rows(): readonly ReportRow[];
}

/** Terms that ended in the period: renewed or lapsed, by number and by net value a year. */
export function renewals({ id, currency }: Plan, days: Days): Report {
  const counts = new Map<string, number>();
  const values = new Sums();
  const count = (key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);
  const of = (key: string) => counts.get(key) ?? 0;
  return {
    add({ events }) {
      count('reinstated', reinstatementsIn(events, days));
      for (const { outcome, reason, before, after } of endedTerms(events, days)) {
        count('ended');
        count(outcome);
        if (reason !== undefined) count(reason);
        if (before === undefined) count('withoutValue');
        else if (outcome !== 'open') values.add('ended', before);
        if (before !== undefined && outcome === 'renewed') values.add('kept', before);
        if (after !== undefined) values.add('renewed', after);
      }
    },
    rows: () => {
      const [ended, kept, renewed] = ['ended', 'kept', 'renewed'].map((key) => values.of(key, currency));
      return [
        {
          planId: id,
          ended: of('ended'),
          renewed: of('renewed'),
          lapsed: of('lapsed'),
          unpaid: of('unpaid'),
          cancelled: of('cancelled'),
          notRenewed: of('not-renewed'),
          open: of('open'),
          reinstated: of('reinstated'),
          ratePercent: percent(of('renewed'), of('renewed') + of('lapsed')),
          valueBefore: ended,
          valueKept: kept,
          valueRenewed: renewed,
          netRatePercent: percent(kept?.amount, ended?.amount),
          grossRatePercent: percent(renewed?.amount, ended?.amount),
          withoutValue: of('withoutValue'),
        },
      ];
    },
  };
}

/** The net of terms month by month, and of each account manager's customers. */
export function revenue({ id, currency }: Plan, days: Days): Report {
  const sums = new Sums();
  const managers = new Set<string>();
  const months = monthsOf(days);
  return {
    add({ events }, owner) {
      const accountManager = owner?.accountManager ?? '';
      managers.add(accountManager);
      for (const term of chargedTerms(events)) {
        if (term.from > days.to || term.to < `${months[0] ?? ''}-01`) continue;
        for (const month of months) sums.add(`${month} ${accountManager}`, revenueIn(term, month));
      }
    },
    rows: () =>
      months.flatMap((month) =>
        [...managers].toSorted().map((accountManager) => {
          const net = sums.of(`${month} ${accountManager}`, currency);
          return { planId: id, month, accountManager, net };
        }),
      ),
  };
}

/** What was open at the end of a day, gross, by how long it was overdue then. */
export function receivables({ id, currency }: Plan, { to }: { readonly to: CivilDate }): Report {
  const sums = new Sums();
  let invoices = 0;
  return {
    add({ events }) {
      for (const invoice of issuedInvoices(events.filter(({ date }) => date <= to))) {
        if (invoice.state !== 'open') continue;
        invoices += 1;
        sums.add(ageOf(daysOverdue(invoice, to)), invoice.owed);
        sums.add('total', invoice.owed);
      }
    },
    rows: () => [
      {
        planId: id,
        on: to,
        invoices,
        notOverdue: sums.of('not overdue', currency),
        days1to30: sums.of('1-30', currency),
        days31to60: sums.of('31-60', currency),
        days61to90: sums.of('61-90', currency),
        over90: sums.of('over 90', currency),
        total: sums.of('total', currency),
      },
    ],
  };
}

/** One decimal; unset where there is nothing to compare with. */
function percent(part = 0, whole = 0): number | undefined {
  return whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;
}

export function isMoney(value: ReportRow[string]): value is Money {
  return typeof value === 'object';
}
