import { addDays, type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { senderDomain } from '../../domain/plan/sender.ts';
import { Throttled } from '../../adapters/dynamodb/table/faults.ts';
import type { SenderIdentities } from '../../adapters/inspection/sender-identities.ts';
import type { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { NamedLicence, PlanLicences } from '../../adapters/dynamodb/licences/plan-licences.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';
import type { UndeliveredMails } from '../../adapters/dynamodb/runs/undelivered-mails.ts';
import type { RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import type { PaymentReader } from '../../adapters/dynamodb/payments/payment-reader.ts';
import type { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { comingLapse } from '../../domain/cover/coming-lapse.ts';
import { Lapses } from './lapses.ts';
import { senderProblems } from './senders.ts';
import { silentMails, type SilentSources } from './silent-mails.ts';
import { type RunsOfPlan, runsOfPlan } from './runs-of-plan.ts';
import { type Digest, mostFailed } from './text.ts';

/** Where it is looked up. */
export interface Sources extends SilentSources {
  readonly history: RunHistory;
  readonly runs: RunStore;
  readonly licences: PlanLicences;
  readonly customers: CustomerStore;
  readonly undelivered: UndeliveredMails;
  readonly payments: PaymentReader;
  readonly identities: SenderIdentities;
}

const daysAhead = 30;
/** For how many days an undelivered mail is listed. */
const daysListed = 7;

/**
 * What operators are to know of the plans at a UTC instant. Of the days ahead only those licences are read that the
 * index has something due for until then: nothing happens to the others (domain/agenda.ts), nor to parked ones.
 * @param awaitedThrough the last of the awaited reports that an earlier digest has looked at
 */
export async function gather(
  sources: Sources,
  plans: readonly Plan[],
  time: string,
  awaitedThrough: string | undefined,
): Promise<Digest> {
  const runs: RunsOfPlan[] = [];
  const lapses = new Lapses();
  for (const plan of plans) {
    const ofPlan = await runsOfPlan(sources.history, sources.runs, plan, time);
    runs.push(ofPlan);
    lapses.open(plan.id, plan.currency);
    await forecastLapses(sources.licences, plan, ofPlan.day, lapses);
  }
  const undelivered = await sources.undelivered.ofDays(daysListed, dayIn('UTC', time));
  const silent = await silentMails(sources, awaitedThrough, time);
  const failed = runs.flatMap((run) => run.failed.slice(0, mostFailed));
  const licences = await namesById(sources.licences, [
    ...failed,
    ...silent.named.map((mail) => mail.licenceId),
  ]);
  const customerIds = [...lapses.first, ...undelivered, ...licences.values()].flatMap(
    ({ customerId }) => customerId ?? [],
  );
  const names = await namesOf(sources.customers, customerIds);
  const waitingPayments = await sources.payments.countWaiting();
  const senders = await senderProblems(sources.identities, plans.map(senderDomain));
  return { time, runs, senders, lapses, daysAhead, undelivered, silent, waitingPayments, licences, names };
}

/** One licence that cannot be read must not keep the rest from the operators. */
async function forecastLapses(
  licences: PlanLicences,
  plan: Plan,
  day: CivilDate,
  lapses: Lapses,
): Promise<void> {
  const from = addDays(day, 1);
  const to = addDays(day, daysAhead);
  try {
    for await (const page of licences.pagesDueBy(plan.id, to)) {
      for (const { problem } of page.unreadable) lapses.breakOff(plan.id, reasonFrom(problem));
      for (const licence of page.values) {
        const lapse = comingLapse(plan, licence, from, to);
        if (lapse !== undefined) lapses.add(lapse);
      }
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Throttled) throw error;
    lapses.breakOff(plan.id, reasonFrom(error.message));
  }
}

/** The licences that the digest names, by their ids. */
async function namesById(
  licences: PlanLicences,
  licenceIds: readonly string[],
): Promise<ReadonlyMap<string, NamedLicence>> {
  const found = await licences.readNames([...new Set(licenceIds)]);
  return new Map(found.map((licence) => [licence.licenceId, licence]));
}

/** The names of their customers, by id. One that cannot be read has none, and keeps nothing else from the operators. */
async function namesOf(
  customers: CustomerStore,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const customerId of new Set(customerIds)) {
    try {
      const customer = await customers.get(customerId);
      if (customer !== undefined) names.set(customerId, customer.name);
    } catch (error) {
      if (error instanceof Throttled) throw error;
    }
  }
  return names;
}
