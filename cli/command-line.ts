import { type Command, CommanderError } from 'commander';
import { Ending } from './shell/ending.ts';
import { exitStatus, type ExitStatus } from './shell/exit-status.ts';
import type { Invocation } from './shell/invocation.ts';
import type { Output } from './shell/output.ts';
import { programOf } from './program.ts';

/**
 * Runs a command, `args` without the interpreter and the script, and gives the status to exit with. Once the signal
 * aborts, the command stops, takes down what it has put up, and gives the status of an interruption.
 */
export async function runCommandLine(args: readonly string[], at: Invocation): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.ok;
  const program = programOf(at, (settled) => {
    status = settled;
  });
  speakThrough(program, at.output);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return end(error, at);
  }
}

/** Has a command and those under it tell errors and help by `output`, and end by throwing. */
function speakThrough(command: Command, output: Output): void {
  command
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .configureOutput({
      writeOut: (text) => {
        output.print(text.trimEnd());
      },
      writeErr: (text) => {
        output.note(text.trimEnd());
      },
    });
  for (const subcommand of command.commands) speakThrough(subcommand, output);
}

/** Tells why a command ended early. */
async function end(error: unknown, { output, signal }: Invocation): Promise<ExitStatus> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.refused;
  const saysHowFar = error instanceof Ending && error.status === exitStatus.interrupted;
  if (signal.aborted && !saysHowFar) {
    output.note(error instanceof Ending ? error.message : 'stopped; nothing was written');
    return exitStatus.interrupted;
  }
  if (error instanceof Ending) {
    output.note(error.message);
    return error.status;
  }
  const { obstacleIn } = await import('./shell/obstacles.ts');
  const because = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.note(`perennial broke off: ${obstacleIn(error, process.env) ?? because}`);
  return exitStatus.failed;
}
