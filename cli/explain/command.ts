import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import { explain } from './explain.ts';

const help = `
Examples:
  npx perennial explain SN-1001
  npx perennial explain SN-1001 --on 2026-04-16

Each event with its reason, the execution or whatever else made it, and its mails as they stand; then what the runs will
do if nobody does anything, when, and what would keep it from happening. With --on as things stood when that day was over.`;

interface Options {
  readonly on?: CivilDate;
  readonly json?: boolean;
}

/** `explain`: why a licence stands where it does, and what will become of it. */
export function explainCommand(at: Invocation): Command {
  return new Command('explain')
    .description("a licence's story: what happened and why, what will happen, and what would change that")
    .argument('<licence>', 'the id of the licence')
    .option('--on <date>', 'until that day, and what lay ahead then; default: until now', readDate)
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action((licenceId: string, { on, json }: Options) => explain(at, licenceId, on, json === true));
}
