import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { readDate } from '../simulate/options.ts';

/** The options of every command that changes a licence. */
export interface ChangeOptions {
  readonly date?: CivilDate | undefined;
  readonly yes?: boolean | undefined;
  readonly json?: boolean;
}

/** Gives a command the options of those that change something, and its example. */
export function changing(command: Command, help: string): Command {
  return command
    .option('--date <date>', 'the day on which it happens; default: today', readDate)
    .option('--yes', 'do it without asking')
    .option('--json', 'what happened, as JSON')
    .addHelpText('after', `\n${help}`);
}
