import { dayIn } from '../../domain/calendar.ts';
import { recordedPayment } from '../../domain/billing/payment.ts';
import { type Command, decide, type Decision } from '../../domain/decide.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { confirm } from '../shell/ask.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { ChangeOptions } from './change-options.ts';
import { printEvents } from './print-events.ts';

/** What came of a command, and the licence after it. */
export interface CarriedOut {
  readonly events: readonly Event[];
  readonly licence: Licence;
}

/**
 * Says what a command will do, asks, does it, and sends the mails that it calls for. Prints what happened. Ends as
 * failed where the domain rejects the command, which the journal then has too; refuses a day that is later than today or
 * before the licence's last event.
 */
export async function applyCommand(
  at: Invocation,
  deployment: Deployment,
  { plan, licence }: LicenceView,
  command: Command,
  options: Pick<ChangeOptions, 'yes' | 'json'>,
): Promise<CarriedOut> {
  const { licenceId } = licence.facts;
  const journal = await deployment.events(licenceId);
  if (command.activity === 'payment' && command.paymentId !== undefined) {
    if (recordedPayment(journal, command.paymentId) !== undefined)
      return printRepeated(at, licence, command.paymentId, options);
  }
  const today = dayIn(plan.timeZone, at.now);
  const planned = decide(plan, licence, command, today);
  if (planned.outcome === 'refused') throw refused(`licence ${licenceId}: ${planned.reason}`);
  if (options.yes !== true) {
    at.output.note(`${command.activity} for licence ${licenceId} (${plan.id}) on ${command.on}:`);
    printDecision(at, planned);
  }
  await confirm(at, options);
  const decision = await deployment.apply(licenceId, command, today);
  const delivered = await deployment.deliver(licenceId, command.on);
  if (options.json === true) at.output.json({ licenceId, date: command.on, ...decision, ...delivered });
  else for (const line of printEvents(decision.events)) at.output.print(line);
  printDelivery(at, delivered);
  if (decision.outcome === 'refused') throw refused(`licence ${licenceId}: ${decision.reason}`);
  if (decision.outcome === 'rejected') {
    throw failed(`rejected, and nothing is changed: ${decision.reason}; the journal has the attempt`);
  }
  return { events: decision.events, licence: (await deployment.licence(licenceId)).licence };
}

/** A payment that is given again, as after a command that was cut off, is no error. */
function printRepeated(
  { output }: Invocation,
  licence: Licence,
  paymentId: string,
  { json }: Pick<ChangeOptions, 'json'>,
): CarriedOut {
  output.note(`payment ${paymentId} is in the journal already: nothing was done`);
  if (json === true) output.json({ licenceId: licence.facts.licenceId, outcome: 'accepted', events: [] });
  return { events: [], licence };
}

function printDecision({ output }: Invocation, decision: Decision): void {
  const lines =
    decision.outcome === 'rejected'
      ? [`will be rejected, and journalled so: ${decision.reason}`]
      : printEvents(decision.events);
  for (const line of lines) output.note(`  ${line}`);
}

type Delivered = Awaited<ReturnType<Deployment['deliver']>>;

/** Says of each mail that waited how it stands now. */
export function printDelivery({ output }: Invocation, delivered: Delivered): void {
  if ('problem' in delivered) {
    output.note(`the change is made, but not all mail went out; the next run sends it: ${delivered.problem}`);
    return;
  }
  for (const { mailId, status, because } of delivered.mails) {
    output.note(`mail ${mailId}: ${status}${because === undefined ? '' : ` (${because})`}`);
  }
}
