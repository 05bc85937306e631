import { Command } from 'commander';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { onLicence } from '../activities/on-licence.ts';
import type { Invocation } from '../shell/invocation.ts';
import { givePassword } from './give-password.ts';
import { publish, type PublishOptions } from './publish.ts';

/** `updates`: making updates known, their passwords, and the announcement list. */
export function updatesCommand(at: Invocation): Command {
  return new Command('updates')
    .description('updates: make them known, give their passwords, keep the announcement list')
    .addCommand(publishCommand(at))
    .addCommand(passwordCommand(at))
    .addCommand(ofList(at, 'leave', 'leave-announcements', 'take a customer off the announcement list'))
    .addCommand(ofList(at, 'join', 'join-announcements', 'put a customer back on it'));
}

function publishCommand(at: Invocation): Command {
  return new Command('publish')
    .description('tell every customer on the list of an update: those who may have it, and what others miss')
    .requiredOption('--plan <plan>', 'the id of the plan')
    .requiredOption('--product <product>', 'the product that is updated')
    .requiredOption('--version <version>', 'the version that is new')
    .option('--yes', 'do it without asking')
    .option('--json', 'what came of it, as JSON')
    .addHelpText(
      'after',
      `
Example:
  npx perennial updates publish --plan vtube-laser-smp --product VTube-LASER --version 16.3

Done again it tells only those who have not had their turn. Exit status 1 where a licence failed.`,
    )
    .action((options: PublishOptions) => publish(at, options));
}

function passwordCommand(at: Invocation): Command {
  const command = new Command('password')
    .description(
      "give a licence's customer the password of an update, by mail, and printed here unless --json; only under cover",
    )
    .argument('<licence>', 'the id of the licence')
    .argument('<version>', 'a published version of its product')
    .action((licenceId: string, version: string, options: ChangeOptions) =>
      givePassword(at, licenceId, version, options),
    );
  return changing(command, 'Example:\n  npx perennial updates password VT-3001 16.3');
}

type ListActivity = 'leave-announcements' | 'join-announcements';

function ofList(at: Invocation, name: string, activity: ListActivity, description: string): Command {
  const command = new Command(name)
    .description(`${description}; contractual notices go on`)
    .argument('<licence>', 'the id of the licence')
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity }));
    });
  return changing(command, `Example:\n  npx perennial updates ${name} VT-3001`);
}
