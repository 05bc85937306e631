import { Command } from 'commander';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { onLicence } from '../activities/apply-command.ts';
import type { Invocation } from '../shell/invocation.ts';
import { clearAddress } from './clear-address.ts';
import { listMails } from './list.ts';
import { sendHeldMail } from './send.ts';
import { showMail } from './show.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

/** `mails`: the mails of a licence. */
export function mailsCommand(at: Invocation): Command {
  const stop: LicenceCommand = { activity: 'stop-mails', by: 'operator', scope: 'licence' };
  const resume: LicenceCommand = { activity: 'resume-mails', scope: 'licence' };
  return new Command()
    .addCommand(listCommand(at))
    .addCommand(showCommand(at))
    .addCommand(sendCommand(at))
    .addCommand(clearCommand(at))
    .addCommand(subscription(at, 'stop', stop, 'stop reminders, offers and news for a licence'))
    .addCommand(subscription(at, 'resume', resume, 'send reminders, offers and news again'));
}

function listCommand(at: Invocation): Command {
  return new Command('list')
    .description('list every mail of a licence with its status, oldest first')
    .argument(...licenceArgument)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npx perennial mails list SN-1001')
    .action((licenceId: string, { json }: { readonly json?: boolean }) =>
      listMails(at, licenceId, json === true),
    );
}

function showCommand(at: Invocation): Command {
  return new Command('show')
    .description('show a mail: its recipients and its text, composed again from the journal')
    .argument(...licenceArgument)
    .argument('<mail>', 'the id of the mail, as `mails list` prints it')
    .option('--json', 'print JSON, with the HTML')
    .addHelpText(
      'after',
      `
Example:
  npx perennial mails show SN-1001 SN-1001-00000004-invoice

Perennial keeps no mails. The deployment composes this one again, as of the day it was sent, to the addresses that the customer
has now. Passwords and the links of the reader are left out.`,
    )
    .action((licenceId: string, mailId: string, { json }: { readonly json?: boolean }) =>
      showMail(at, licenceId, mailId, json === true),
    );
}

function sendCommand(at: Invocation): Command {
  const command = new Command('send')
    .description('send a held mail, or send a mail again')
    .argument(...licenceArgument)
    .argument('<mail>', 'the id of the mail, as `mails list` prints it')
    .option('--again', 'with --yes: also send a mail that was sent before')
    .action((licenceId: string, mailId: string, options: ChangeOptions & { readonly again?: boolean }) =>
      sendHeldMail(at, licenceId, mailId, options),
    );
  return changing(
    command,
    `Example:
  npx perennial mails send SN-1001 SN-1001-00000004-invoice

First make sure that the mail has not arrived, or that the customer has a new address.`,
  );
}

function clearCommand(at: Invocation): Command {
  return new Command('clear-address')
    .description('record that an address which returned mail accepts mail again')
    .argument('<licence>', 'the id of a licence of the customer')
    .argument('<address>', 'the address, of the customer or its partner')
    .option('--yes', 'make the change without asking')
    .option('--json', 'print the events as JSON')
    .addHelpText('after', '\nExample:\n  npx perennial mails clear-address SN-1001 office@example.com')
    .action((licenceId: string, address: string, options: Pick<ChangeOptions, 'yes' | 'json'>) =>
      clearAddress(at, licenceId, address, options),
    );
}

function subscription(at: Invocation, name: string, asked: LicenceCommand, description: string): Command {
  const command = new Command(name)
    .description(`${description}; bills and contractual notices continue`)
    .argument(...licenceArgument)
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => asked);
    });
  return changing(command, `Example:\n  npx perennial mails ${name} SN-1001`);
}
