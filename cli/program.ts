import { Command } from 'commander';
import { version } from '../contracts/deployment/version.ts';
import { catalogue } from './catalogue.ts';
import type { ExitStatus } from './shell/exit-status.ts';
import type { Invocation } from './shell/invocation.ts';

const help = `
All commands except simulate, local, clock, meter and plan connect to the deployment that your AWS environment selects:
AWS_PROFILE or access keys, and AWS_REGION. \`npx perennial local\` prints the settings for a cloud on this machine.

On AWS, the deployed operator function makes every change, by the deployed plans, and records who asked. Your role needs one
of two managed policies, both outputs of stack PerennialOperations: PerennialReadOnly for the commands that only read,
PerennialOperators for all commands. Neither can write a table or send mail.

Exit status: 0 done; 1 rejected, or some licences failed; 2 refused and nothing done; 130 stopped by Ctrl-C.`;

/**
 * All commands. Only the one that `args` call can be given; all of them without `args`. `settle` receives the status of a
 * command that ends without an `Ending`.
 */
export async function programOf(
  at: Invocation,
  settle: (status: ExitStatus) => void,
  args?: readonly string[],
): Promise<Command> {
  const program = new Command('perennial')
    .description('Runs the maintenance renewals of software vendors.')
    .version(version, '--version', 'print the version')
    // Commands have a --version of their own.
    .enablePositionalOptions()
    .addHelpText('after', help);
  const called = args?.find((arg) => arg !== 'help' && !arg.startsWith('-'));
  if (called !== undefined) (await import('../domain/text/english.ts')).explainInEnglish();
  for (const { name, group, description, load } of catalogue) {
    const isNeeded = args === undefined || called === name;
    const command = isNeeded ? await load(at, settle) : new Command();
    program.addCommand(command.name(name).helpGroup(`${group}:`).description(description));
  }
  return program;
}
