import { Command, CommanderError } from 'commander';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { Output } from './output.ts';
import { simulateCommand } from './simulate/command.ts';
import { simulate } from './simulate/simulate.ts';

/**
 * Runs a command, `args` without the interpreter and the script, and gives the status to exit with. Once `signal`
 * aborts, the command stops, takes down what it has put up, and gives the status of an interruption.
 */
export async function runCommandLine(
  args: readonly string[],
  output: Output,
  signal: AbortSignal,
): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.ok;
  const program = new Command('perennial')
    .description('Runs the maintenance renewals of software vendors.')
    .addCommand(
      simulateCommand(async (simulation) => {
        status = await simulate(simulation, output, signal);
      }),
    );
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError('(--help says more)')
      .configureOutput({
        writeOut: (text) => {
          output.say(text.trimEnd());
        },
        writeErr: (text) => {
          output.tell(text.trimEnd());
        },
      });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.refused;
    if (signal.aborted) {
      output.tell('stopped; nothing was written');
      return exitStatus.interrupted;
    }
    output.tell(
      `perennial broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return exitStatus.failed;
  }
}
