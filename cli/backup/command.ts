import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';

/** `export`: writes a backup of everything. */
export function exportCommand(at: Invocation): Command {
  return new Command()
    .requiredOption('--out <folder>', 'a folder that is new or empty')
    .option('--json', 'print the manifest as JSON')
    .addHelpText(
      'after',
      `
Example:
  npx perennial export --out backup-2026-03-31

Each file has a line of JSON for each row; manifest.json has their numbers and checksums. Until the export is complete, the
folder has another name. PDFs of documents are not in it, nor the keys of update passwords and unsubscribe links:
docs/operating.md says what that means. The backup has names and addresses of customers: keep it accordingly.`,
    )
    .action(async (options: { readonly out: string; readonly json?: boolean }) => {
      const { exportBackup } = await import('./export.ts');
      await exportBackup(at, options);
    });
}

interface RestoreOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `restore`: takes a backup back into an empty deployment. */
export function restoreCommand(at: Invocation): Command {
  return new Command()
    .argument('<folder>', 'the folder that `export` wrote')
    .option('--dry-run', 'check the files of the backup, and restore nothing')
    .option('--yes', 'restore without asking')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Example:
  npx perennial restore backup-2026-03-31

The command checks the checksums first. Of each licence it replays the events, which must lead to the state in the backup.
Licences get the same states, histories and numbers. No mail is sent for the past, and no event is published again: what was
waiting to be sent goes out with the next run. After an interruption, run the same command again.

Exit status: 0 done; 1 some rows could not be restored; 2 refused, nothing was restored; 130 stopped by Ctrl-C.`,
    )
    .action(async (folder: string, options: RestoreOptions) => {
      const { restoreBackup } = await import('./restore.ts');
      await restoreBackup(at, folder, options);
    });
}
