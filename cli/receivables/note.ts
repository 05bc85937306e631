import { Command } from 'commander';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { onLicence } from '../activities/apply-command.ts';
import type { Invocation } from '../shell/invocation.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

/** `note`: writes a note into a licence's journal. */
export function noteCommand(at: Invocation): Command {
  const command = new Command()
    .argument(...licenceArgument)
    .argument('<text>', 'the note')
    .action(async (licenceId: string, note: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity: 'note', note }));
    });
  return changing(command, `Example:\n  npx perennial note SN-1001 'Ms Ngata asks for invoices by post'`);
}
