import { Command } from 'commander';
import { version } from '../contracts/deployment/version.ts';
import { catalogue } from './catalogue.ts';
import { changeCommand } from './activities/change.ts';
import { plainCommands, quoteCommand } from './activities/commands.ts';
import { exportCommand, restoreCommand } from './backup/command.ts';
import { backfillCommand } from './backfill/command.ts';
import { consoleCommand } from './console/command.ts';
import { customerCommand } from './customer/command.ts';
import { documentCommand } from './documents/document.ts';
import { doctorCommand } from './doctor/command.ts';
import { dueCommand } from './due/command.ts';
import { entitlementsCommand } from './entitlements/command.ts';
import { executionsCommand } from './executions/command.ts';
import type { ExitStatus } from './shell/exit-status.ts';
import type { Invocation } from './shell/invocation.ts';

const help = `
All commands except simulate, local and meter use the deployment of the AWS SDK's environment: AWS_PROFILE or keys, and AWS_REGION.
\`npx perennial local\` prints what to set for a cloud on this machine.

On AWS every change is made by the operator function of what is deployed, by its plans; it records who asked. Your role
needs one of two managed policies, both outputs of stack PerennialOperations: PerennialReadOnly for the commands that only
read, PerennialOperators for all commands. Neither can write a table or send mail.

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
  for (const { name, description, load } of catalogue) {
    const isNeeded = args === undefined || called === name;
    const command = isNeeded ? await load(at, settle) : new Command();
    program.addCommand(command.name(name).description(description));
  }
  return program;
    .addHelpText('after', help)
    .addCommand(localCommand(at))
    .addCommand(consoleCommand(at))
    .addCommand(meterCommand(at))
    .addCommand(importCommand(at))
    .addCommand(customerCommand(at))
    .addCommand(licenceCommand(at))
    .addCommand(explainCommand(at))
    .addCommand(entitlementsCommand(at))
    .addCommand(supportCommand(at))
    .addCommand(quoteCommand(at))
    .addCommand(paymentCommand(at))
    .addCommand(paymentsCommand(at))
    .addCommand(invoiceCommand(at))
    .addCommand(documentCommand(at))
    .addCommand(refundCommand(at))
    .addCommand(holdCommand(at))
    .addCommand(releaseCommand(at))
    .addCommand(noteCommand(at))
    .addCommand(changeCommand(at))
    .addCommand(updatesCommand(at))
    .addCommand(mailsCommand(at))
    .addCommand(runCommand(at))
    .addCommand(executionsCommand(at))
    .addCommand(retryCommand(at))
    .addCommand(backfillCommand(at))
    .addCommand(searchCommand(at))
    .addCommand(dueCommand(at))
    .addCommand(forecastCommand(at))
    .addCommand(reportCommand(at))
    .addCommand(exportCommand(at))
    .addCommand(restoreCommand(at))
    .addCommand(doctorCommand(at));
  for (const command of plainCommands(at)) program.addCommand(command);
  return program.addCommand(
    simulateCommand(async (simulation) => {
      const { simulate } = await import('./simulate/simulate.ts');
      settle(await simulate(simulation, at.output, at.signal));
    }),
  );
}
