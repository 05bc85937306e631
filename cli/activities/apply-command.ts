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
import { plannedMailInWords } from '../../client/words/planned-mail-in-words.ts';
import { printEvents } from './print-events.ts';

/** The result of a command, and the licence after it. */
export interface CarriedOut {
  readonly events: readonly Event[];
  readonly licence: Licence;
  /** The password that the command gave, if it gave one. */
  readonly password?: string | undefined;
}

/** Finds a licence and applies the command that `commandFor` returns for it, dated today or as the options say. */
export async function onLicence(
  at: Invocation,
  licenceId: string,
  options: ChangeOptions,
  commandFor: (known: LicenceView, deployment: Deployment) => LicenceCommand | Promise<LicenceCommand>,
): Promise<CarriedOut> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const known = await deployment.licence(licenceId);
  const command = await commandFor(known, deployment);
  return applyCommand(at, deployment, known, command, options);
}

/**
 * Prints what a command will do, asks, applies it, and prints its events and the status of its mails. The deployed plans
 * decide. Fails if the command is rejected, which the journal records too.
 */
export async function applyCommand(
  at: Invocation,
  deployment: Deployment,
  { named, plan, licence }: LicenceView,
  command: LicenceCommand,
  options: ChangeOptions,
): Promise<CarriedOut> {
  const { licenceId } = licence.facts;
  const asked = { licenceId: named, on: options.date, command };
  const today = dayIn(plan.timeZone, at.now);
  if (options.yes !== true || options.dryRun === true) {
    const planned = await deployment.operator.command({ ...asked, dryRun: true });
    const on = dateOf(planned.events) ?? options.date ?? today;
    at.output.note(`Licence ${licenceId} (plan ${plan.id}), dated ${on}:`);
    printPlanned(at, command, planned);
    if (options.dryRun === true) {
      const { outcome, reason, events } = planned;
      if (options.json === true) at.output.json({ licenceId, date: on, outcome, reason, events });
      at.output.note('Dry run: nothing was done.');
      return { events: [], licence };
    }
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
    throw failed(
      `Rejected: ${reason ?? 'no reason was given'}. Nothing was changed; the journal records the attempt.`,
    );
  }
  return { events, password, licence: (await deployment.licence(licenceId)).licence };
}

function dateOf(events: readonly Event[]): CivilDate | undefined {
  return events[0]?.date;
}

/** A command whose effect is there already, such as a payment that is sent again after a lost answer. */
function nothingDone(command: LicenceCommand): string {
  return command.activity === 'payment' && command.paymentId !== undefined
    ? `Nothing to do: payment ${command.paymentId} is already recorded.`
    : 'Nothing to do: this is already the case.';
}

function printPlanned(
  { output }: Invocation,
  command: LicenceCommand,
  { outcome, reason, events, planned = [] }: AnswerOf<'command'>,
): void {
  if (outcome === 'rejected')
    output.note(`  This will be rejected and recorded in the journal: ${reason ?? 'no reason was given'}`);
  else if (events.length === 0) output.note(`  ${nothingDone(command)}`);
  else for (const line of printEvents(events)) output.note(`  ${line}`);
  for (const mail of planned) output.note(`  ${plannedMailInWords(mail)}`);
}

/** Prints the status of each mail. */
export function printDelivery({ output }: Invocation, { mails, problem }: Delivered): void {
  if (problem !== undefined) {
    output.note(`The change was made, but some mail was not sent: ${problem}. The next run sends it.`);
  }
  for (const { mailId, status, because } of mails) {
    output.note(`Mail ${mailId}: ${status}${because === undefined ? '' : ` (${because})`}`);
  }
}
