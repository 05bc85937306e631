import { type Command, CommanderError, Help } from 'commander';
import { Interruption, NoAnswer, Refusal } from '../client/operator/errors.ts';
import { diskProblemIn } from './shell/disk-problem.ts';
import { Ending, failed, interrupted, refused } from './shell/ending.ts';
import { exitStatus, type ExitStatus } from './shell/exit-status.ts';
import type { Invocation } from './shell/invocation.ts';
import type { Output } from './shell/output.ts';
import { programOf } from './program.ts';

/**
 * Runs a command and returns its exit status; `args` are those after the script. Once the signal aborts, the command
 * stops, removes what it has set up, and returns the status of an interruption.
 */
export async function runCommandLine(args: readonly string[], at: Invocation): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.ok;
  const settle = (settled: ExitStatus): void => {
    status = settled;
  };
  try {
    const program = await programOf(at, settle, args);
    speakThrough(program, at.output);
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return end(error, at);
  }
}

const plainHelp = new Help();

/** Makes a command and its subcommands print errors and help through `output`, and end by throwing. */
function speakThrough(command: Command, output: Output): void {
  command
    .exitOverride()
    .configureHelp({
      optionDescription: (option) =>
        `${plainHelp.optionDescription(option)}${option.mandatory ? ' (required)' : ''}`,
    })
    .showHelpAfterError('Run the command with --help for its options.')
    .configureOutput({
      writeOut: (text) => {
        for (const line of text.trimEnd().split('\n')) output.print(line);
      },
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) output.note(line);
      },
    });
  for (const subcommand of command.commands) speakThrough(subcommand, output);
}

/** Prints why a command ended early, and returns its exit status. */
async function end(thrown: unknown, { output, signal }: Invocation): Promise<ExitStatus> {
  const error = endingOf(thrown);
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.refused;
  const saysHowFar = error instanceof Ending && error.status === exitStatus.interrupted;
  if (signal.aborted && !saysHowFar) {
    output.note(error instanceof Ending ? error.message : 'Stopped. Nothing was written.');
    return exitStatus.interrupted;
  }
  if (error instanceof Ending) {
    for (const line of [error.message, ...error.details]) output.note(line);
    return error.status;
  }
  const { connectionProblemIn } = await import('../client/deployment/connection-problem.ts');
  const problem = connectionProblemIn(error, process.env) ?? diskProblemIn(error);
  output.note(`perennial failed: ${problem ?? String(error)}`);
  if (problem === undefined) for (const line of framesOf(error)) output.note(line);
  return exitStatus.failed;
}

/** Where an unexpected error comes from. */
function framesOf(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^ {4}at /.test(line));
}

/** What the client throws, as an ending of the command. */
function endingOf(error: unknown): unknown {
  if (error instanceof Refusal) return refused(error.message, { cause: error });
  if (error instanceof Interruption) return interrupted(error.message);
  if (error instanceof NoAnswer) return failed(error.message);
  return error;
}
