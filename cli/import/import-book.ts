import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { planOf } from '../../lambdas/plan-of.ts';
import { plans } from '../../plans/index.ts';
import { confirm } from '../ask.ts';
import { readCustomers } from '../book/customers.ts';
import { readLicences } from '../book/licences.ts';
import { tellMistakes } from '../book/mistakes.ts';
import { connect } from '../deployment/connect.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { failed, refused } from '../ending.ts';
import type { Invocation } from '../invocation.ts';
import { dayOf } from '../licence/on-day.ts';
import { progressOn } from '../progress.ts';
import { inParallel } from './in-parallel.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { refusalRemedy, tellImport } from './tell-import.ts';

export interface ImportOptions {
  readonly date?: CivilDate;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const writesAtATime = 16;

/** Brings a book's customers and licences into the tables: checks it whole, says what is new or changed, asks, writes. */
export async function importBook(at: Invocation, folder: string, options: ImportOptions): Promise<void> {
  const { output, signal } = at;
  const today = (planId: string) => dayOf(planOf(planId), at, options.date);
  const customers = readCustomers(folder);
  const licences = readLicences(folder, plans, customers, (plan) =>
    plan === undefined ? dayIn('UTC', at.now) : today(plan.id),
  );
  const mistakes = [...customers.mistakes, ...licences.mistakes];
  if (mistakes.length > 0) {
    const lines = tellMistakes(mistakes).join('\n');
    throw refused(
      `the book in ${folder} is refused for ${mistakes.length} mistakes; nothing was done\n${lines}`,
    );
  }
  if (existsSync(join(folder, 'activity.csv'))) {
    output.tell(
      'activity.csv is left out: activities happen by commands of their own, or in `perennial simulate`',
    );
  }
  const deployment = await connect();
  const progress = progressOn(output, (label) => label);
  const plan = await planImport(
    deployment,
    [...customers.customers.values()],
    licences.licences,
    today,
    progress,
    signal,
  );
  signal.throwIfAborted();
  if (options.json === true) output.json(plan);
  else tellImport(output, plan);
  if (options.dryRun !== true && isAnythingToDo(plan)) {
    await confirm(at, options);
    await write(at, deployment, plan, today);
  }
  if (plan.refusedLicences.length > 0)
    throw failed(`${plan.refusedLicences.length} licences: ${refusalRemedy}`);
}

function isAnythingToDo({
  newCustomers,
  changedCustomers,
  newLicences,
  changedLicences,
}: ImportPlan): boolean {
  return [newCustomers, changedCustomers, newLicences, changedLicences].some((part) => part.length > 0);
}

type Deed = () => Promise<unknown>;

/** Customers first, whom the licences need. What was written before an interruption is found unchanged by the next. */
async function write(
  { output, signal }: Invocation,
  deployment: Deployment,
  { newCustomers, changedCustomers, newLicences, changedLicences }: ImportPlan,
  today: (planId: string) => CivilDate,
): Promise<void> {
  const customers = [...newCustomers, ...changedCustomers.map(({ to }) => to)].map(
    (customer): [string, Deed] => [customer.customerId, () => deployment.putCustomer(customer)],
  );
  const licences = [
    ...newLicences.map((facts): [string, Deed] => [facts.licenceId, () => deployment.register(facts)]),
    ...changedLicences.map(({ to }): [string, Deed] => {
      const { licenceId, planId, customerKind, country } = to;
      const command = { activity: 'change-customer' as const, customerKind, country, on: today(planId) };
      return [licenceId, () => deployment.apply(licenceId, command)];
    }),
  ];
  const problems: string[] = [];
  const progress = progressOn(output, (label) => label);
  const total = customers.length + licences.length;
  let done = 0;
  for (const part of [customers, licences]) {
    await inParallel(part, writesAtATime, signal, async ([id, deed]) => {
      try {
        await deed();
      } catch (error) {
        problems.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
      }
      progress.advance((done += 1), total, 'writing');
    });
  }
  progress.end();
  for (const problem of problems.slice(0, 50)) output.tell(`failed: ${problem}`);
  if (problems.length > 0)
    throw failed(`${problems.length} of ${total} failed; import the book again for them`);
  if (done < total) throw failed(`stopped after ${done} of ${total}; import the book again for the others`);
  output.tell(`${done} written; mails that registrations call for go out with the next run`);
}
