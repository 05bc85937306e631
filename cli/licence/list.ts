import { allThatIsOpen } from '../../domain/payments/payment.ts';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { formatMoney, type Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { countOf } from '../shell/count-of.ts';
import { failed } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';

/** A licence in a line. */
interface ListedLicence {
  readonly licenceId: string;
  readonly product: string;
  readonly customerId: string;
  readonly standing: Licence['standing']['status'];
  /** The last day of cover; unset where there is none, or no end to it. */
  readonly until?: CivilDate | undefined;
  /** All open invoices less credit; unset where nothing is to be paid. */
  readonly toPay?: Money | undefined;
}

/**
 * Prints the licences of a plan as they are read, some hundred at a time; ends early if nobody reads on. Names those that
 * cannot be read, and fails because of them.
 */
export async function listLicences(at: Invocation, plan: Plan, asJson: boolean): Promise<void> {
  const { output, signal, now } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const today = dayIn(plan.timeZone, now);
  let unreadable = 0;
  for await (const licences of deployment.licencesOf(plan.id)) {
    signal.throwIfAborted();
    if (!output.isRead) return;
    unreadable += licences.unreadable.length;
    for (const { problem } of licences.unreadable) output.note(`Skipping ${problem}`);
    const listed = licences.values.map((licence) => inALine(plan, licence, today));
    if (!asJson)
      output.table(['licence', 'product', 'customer', 'standing', 'until', 'to pay'], listed.map(cellsOf));
    else for (const line of listed) output.jsonLine(line);
  }
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'licence')} cannot be read.`);
}

function inALine(plan: Plan, licence: Licence, today: CivilDate): ListedLicence {
  const { licenceId, product, customerId } = licence.facts;
  const cover = coverOn(plan, licence, today);
  const open = allThatIsOpen(licence);
  return {
    licenceId,
    product,
    customerId,
    standing: licence.standing.status,
    until: cover.inForce ? cover.until : undefined,
    toPay: open.amount > 0 ? open : undefined,
  };
}

function cellsOf({ licenceId, product, customerId, standing, until, toPay }: ListedLicence) {
  return [
    licenceId,
    product,
    customerId,
    standing,
    until ?? '',
    toPay === undefined ? '' : formatMoney(toPay),
  ];
}
