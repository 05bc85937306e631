import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { entitlements } from '../../domain/cover/entitlements.ts';
import type { Invocation } from '../shell/invocation.ts';
import { answerInWords } from '../../client/words/answer-in-words.ts';
import { coverInWords } from '../../client/words/cover-in-words.ts';
import { dayOf, licenceOn } from '../licence/on-day.ts';
import { readDate } from '../simulate/options.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

const help = `
Example:
  npx perennial entitlements NJ-2001 --on 2026-03-01

Whether the software may be used is not the same as whether its maintenance is in force. A benefit is included,
charged at a rate of the plan, or denied.`;

interface Options {
  readonly on?: CivilDate;
  readonly json?: boolean;
}

/** `entitlements`: what a licence entitles its customer to. */
export function entitlementsCommand(at: Invocation): Command {
  return new Command()
    .argument(...licenceArgument)
    .option('--on <date>', 'the day of the answer; default: today', readDate)
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action((licenceId: string, options: Options) => show(at, licenceId, options));
}

async function show(at: Invocation, named: string, { on, json }: Options): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const known = await deployment.licence(named);
  const { plan, customer } = known;
  const licence = await licenceOn(deployment, known, on);
  const entitled = entitlements(plan, licence, dayOf(plan, at, on));
  if (json === true) {
    at.output.json(entitled);
    return;
  }
  const { software, cover, benefits } = entitled;
  at.output.list([
    ['licence', `${licence.facts.licenceId}, ${licence.facts.product} (${plan.id})`],
    ['customer', `${customer.customerId}, ${customer.name} (${licence.facts.customerKind})`],
    ['on', entitled.on],
    ['software', `${software.mayBeUsed ? 'may be used' : 'may not be used'}: ${software.because}`],
    ['maintenance', coverInWords(cover)],
  ]);
  at.output.print();
  const rows = benefits.map(({ name, answer, because }) => [name, answerInWords(answer), because]);
  at.output.table(['benefit', 'answer', 'why'], rows);
}
