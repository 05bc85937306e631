import { type Command, InvalidArgumentError } from 'commander';
import { reasonSchema } from '../../domain/text/reason.ts';
import { type ChangeOptions, changing } from '../activities/change-options.ts';

/** The options of a command that needs a reason. */
export interface ReasonedOptions extends ChangeOptions {
  readonly reason: string;
}

/** Adds the options of commands that change something and need a reason, and help. */
export function reasoned(command: Command, help: string): Command {
  return changing(
    command.requiredOption('--reason <text>', 'why, in words: it is recorded with your name', readReason),
    help,
  );
}

/** Reads the value of an option that is a reason. */
export function readReason(text: string): string {
  const reason = reasonSchema.safeParse(text);
  if (reason.success) return reason.data;
  throw new InvalidArgumentError('Expected up to 500 characters of text.');
}
