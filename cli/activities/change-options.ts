import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { readDate } from '../simulate/options.ts';

/** The options of every command that changes a licence. */
export interface ChangeOptions {
  readonly date?: CivilDate | undefined;
  readonly yes?: boolean | undefined;
  readonly json?: boolean;
  /** Set: says what would happen, and changes nothing. */
  readonly dryRun?: boolean;
}

/** Adds the options of commands that change something, and help. */
export function changing(command: Command, help: string): Command {
  return command
    .option('--date <date>', 'the day of the change; default: today', readDate)
    .option('--yes', 'make the change without asking')
    .option('--dry-run', 'print what would happen, and change nothing')
    .option('--json', 'print the events as JSON')
    .addHelpText('after', `\n${help}`);
}
