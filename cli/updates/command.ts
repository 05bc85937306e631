import { Command } from 'commander';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { onLicence } from '../activities/apply-command.ts';
import type { Invocation } from '../shell/invocation.ts';
import { givePassword } from './give-password.ts';
import { publish, type PublishOptions } from './publish.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

/** `updates`: announcements of updates, their passwords, and the announcement list. */
export function updatesCommand(at: Invocation): Command {
  return new Command()
    .addCommand(publishCommand(at))
    .addCommand(passwordCommand(at))
    .addCommand(ofList(at, 'leave', 'leave-announcements', 'remove a customer from the announcement list'))
    .addCommand(ofList(at, 'join', 'join-announcements', 'add a customer to the announcement list again'));
}

function publishCommand(at: Invocation): Command {
  return new Command('publish')
    .description(
      'announce an update to customers on the announcement list; those without cover learn what they miss',
    )
    .requiredOption('--plan <plan>', 'the id of the plan')
    .requiredOption('--product <product>', 'the product')
    .requiredOption('--version <version>', 'the new version')
    .option('--yes', 'publish without asking')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `
Example:
  npx perennial updates publish --plan vtube-laser-smp --product VTube-LASER --version 26.1

Run again, it announces the update only to customers who were not notified yet.

Exit status: 0 done; 1 some licences failed; 2 refused and nothing done; 130 stopped by Ctrl-C.`,
    )
    .action((options: PublishOptions) => publish(at, options));
}

function passwordCommand(at: Invocation): Command {
  const command = new Command('password')
    .description(
      'e-mail the customer the password of an update, if the licence is covered; also print it, except with --json',
    )
    .argument(...licenceArgument)
    .argument('<version>', 'a published version of the product')
    .action((licenceId: string, version: string, options: ChangeOptions) =>
      givePassword(at, licenceId, version, options),
    );
  return changing(command, 'Example:\n  npx perennial updates password VT-3004 26.1');
}

type ListActivity = 'leave-announcements' | 'join-announcements';

function ofList(at: Invocation, name: string, activity: ListActivity, description: string): Command {
  const command = new Command(name)
    .description(`${description}; contractual notices continue`)
    .argument(...licenceArgument)
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity }));
    });
  return changing(command, `Example:\n  npx perennial updates ${name} VT-3001`);
}
