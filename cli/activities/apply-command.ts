import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { AnswerOf, Delivered } from '../../contracts/operator/answers.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { confirm } from '../shell/ask.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { failed } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { ChangeOptions } from './change-options.ts';
import { printEvents } from './print-events.ts';

/** What came of a command, and the licence after it. */
export interface CarriedOut {
  readonly events: readonly Event[];
  readonly licence: Licence;
  /** The password that it gave, where it gave one. */
  readonly password?: string | undefined;
}

/**
 * Says what a command will do, asks, has it done, and prints what happened and how its mails stand. All of it is decided
 * by the deployed plans. Ends as failed where the command is rejected, which the journal then has too.
 */
export async function applyCommand(
  at: Invocation,
  deployment: Deployment,
  { plan, licence }: LicenceView,
  command: LicenceCommand,
  options: ChangeOptions,
): Promise<CarriedOut> {
  const { licenceId } = licence.facts;
  const asked = { licenceId, on: options.date, command };
  const today = dayIn(plan.timeZone, at.now);
  if (options.yes !== true) {
    const planned = await deployment.operator.command({ ...asked, dryRun: true });
    const on = dateOf(planned.events) ?? options.date ?? today;
    at.output.note(`${command.activity} for licence ${licenceId} (${plan.id}) on ${on}:`);
    printPlanned(at, command, planned);
  }
  await confirm(at, options);
  const answer = await deployment.operator.command(asked);
  const { outcome, reason, events, password, ...delivered } = answer;
  const date = dateOf(events) ?? options.date ?? today;
  if (options.json === true) at.output.json({ licenceId, date, outcome, reason, events, ...delivered });
  else for (const line of printEvents(events)) at.output.print(line);
  if (events.length === 0) at.output.note(nothingDone(command));
  printDelivery(at, delivered);
  if (outcome === 'rejected') {
    throw failed(`rejected, and nothing is changed: ${reason ?? ''}; the journal has the attempt`);
  }
  return { events, password, licence: (await deployment.licence(licenceId)).licence };
}

function dateOf(events: readonly Event[]): CivilDate | undefined {
  return events[0]?.date;
}

/** A command that finds done what it asks for, such as a payment that is given again after a lost answer. */
function nothingDone(command: LicenceCommand): string {
  return command.activity === 'payment' && command.paymentId !== undefined
    ? `payment ${command.paymentId} is in the journal already: nothing was done`
    : `${command.activity}: nothing to do, it is so already`;
}

function printPlanned(
  { output }: Invocation,
  command: LicenceCommand,
  { outcome, reason, events }: AnswerOf<'command'>,
): void {
  if (outcome === 'rejected') output.note(`  will be rejected, and journalled so: ${reason ?? ''}`);
  else if (events.length === 0) output.note(`  ${nothingDone(command)}`);
  else for (const line of printEvents(events)) output.note(`  ${line}`);
}

/** Says of each mail that waited how it stands now. */
export function printDelivery({ output }: Invocation, { mails, problem }: Delivered): void {
  if (problem !== undefined) {
    output.note(`the change is made, but not all mail went out; the next run sends it: ${problem}`);
  }
  for (const { mailId, status, because } of mails) {
    output.note(`mail ${mailId}: ${status}${because === undefined ? '' : ` (${because})`}`);
  }
}
