import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import { explain } from './explain.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

const help = `
Examples:
  npx perennial explain SN-1001
  npx perennial explain SN-1001 --on 2026-04-16

Prints each event with its reason, who or what caused it, and the state of its mails; then what the runs will do if
nobody acts, and when, and what would prevent it. With --on, it explains the licence as it was at the end of that day.`;

interface Options {
  readonly on?: CivilDate;
  readonly json?: boolean;
}

/** `explain`: why a licence is in its state, and what the runs will do to it. */
export function explainCommand(at: Invocation): Command {
  return new Command()
    .argument(...licenceArgument)
    .option('--on <date>', 'explain the licence as of the end of that day; default: now', readDate)
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action((licenceId: string, { on, json }: Options) => explain(at, licenceId, on, json === true));
}
