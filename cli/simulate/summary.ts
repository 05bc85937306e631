import type { Event } from '../../domain/licence/events.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { type OtherActivity, otherActivityOf } from './other-activity.ts';
import type { ExecutionLine, FailedLicence } from '../../client/runs/executions.ts';
import type { MailLine } from './mails.ts';
import type { Days } from '../../domain/time/days.ts';

/** The outcomes of a plan's licences: how many of them renewed, lapsed, and so on, each counted once. */
interface PlanSummary {
  readonly planId: string;
  readonly licences: number;
  readonly renewed: number;
  readonly lapsed: number;
  readonly reminded: number;
  readonly quoted: number;
  readonly invoiced: number;
  readonly reinstated: number;
  /** Mails, not licences. */
  readonly mails: number;
  readonly failed: number;
}

export interface Summary {
  readonly from: string;
  readonly to: string;
  readonly missed?: Days | undefined;
  readonly plans: readonly PlanSummary[];
  readonly otherActivity: readonly OtherActivity[];
  readonly counts: {
    readonly licences: number;
    readonly events: number;
    readonly mails: number;
    readonly executions: number;
    readonly failedExecutions: number;
    readonly failedLicences: number;
  };
  /** By date, plan and licence. */
  readonly failed: readonly FailedLicence[];
  /** How long it took. */
  readonly seconds: number;
}

/** The results of a simulation. */
export interface Results {
  readonly days: Days;
  readonly missed?: Days | undefined;
  /** The licences that the simulated days reached. */
  readonly licences: readonly Facts[];
  readonly events: readonly Event[];
  readonly mails: readonly MailLine[];
  readonly executions: readonly ExecutionLine[];
  readonly failed: readonly FailedLicence[];
  readonly seconds: number;
}

/** One row for each of `planIds`, in their order. */
export function summarise(results: Results, planIds: readonly string[]): Summary {
  const { days, missed, licences, events, mails, executions, failed, seconds } = results;
  const planOf = new Map(licences.map(({ licenceId, planId }) => [licenceId, planId]));
  const plans = planIds.map((planId): PlanSummary => {
    const isOfPlan = ({ licenceId }: { readonly licenceId: string }) => planOf.get(licenceId) === planId;
    const own = events.filter(isOfPlan);
    return {
      planId,
      licences: licences.filter(isOfPlan).length,
      renewed: licencesWith(own, (event) => event.type === 'TermStarted' && event.basis === 'renewal'),
      lapsed: licencesWith(own, (event) => event.type === 'MaintenanceLapsed'),
      reminded: licencesWith(own, (event) => event.type === 'ReminderIssued'),
      quoted: licencesWith(own, (event) => event.type === 'QuoteIssued'),
      invoiced: licencesWith(own, (event) => event.type === 'InvoiceIssued'),
      reinstated: licencesWith(own, (event) => event.type === 'MaintenanceReinstated'),
      mails: mails.filter(isOfPlan).length,
      failed: distinct(failed.filter(isOfPlan)),
    };
  });
  return {
    from: days.from,
    to: days.to,
    missed,
    plans,
    otherActivity: otherActivityOf(events),
    counts: {
      licences: licences.length,
      events: events.length,
      mails: mails.length,
      executions: executions.length,
      failedExecutions: executions.filter(({ status }) => status !== 'SUCCEEDED').length,
      failedLicences: distinct(failed),
    },
    failed,
    seconds,
  };
}

function licencesWith(events: readonly Event[], happened: (event: Event) => boolean): number {
  return distinct(events.filter(happened));
}

function distinct(of: readonly { readonly licenceId: string }[]): number {
  return new Set(of.map(({ licenceId }) => licenceId)).size;
}
