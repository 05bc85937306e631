import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { onLicence } from '../activities/apply-command.ts';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import { type ReasonedOptions, reasoned } from './reasoned.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

interface HoldOptions extends ReasonedOptions {
  readonly until: CivilDate;
}

/** `hold`: waits for a payment until a day. */
export function holdCommand(at: Invocation): Command {
  const command = new Command()
    .argument(...licenceArgument)
    .requiredOption('--until <date>', 'the last day of the hold', readDate)
    .action(async (licenceId: string, options: HoldOptions) => {
      const { until, reason } = options;
      await onLicence(at, licenceId, options, () => ({ activity: 'hold', until, reason }));
    });
  return reasoned(
    command,
    `Example:
  npx perennial hold SN-1001 --until 2026-05-31 --reason 'promised by telephone'

After it, what is open is payable until the last day of the hold, or until its own pay-by day if that is later. Another
hold replaces it.`,
  );
}

/** `release`: ends a hold. */
export function releaseCommand(at: Invocation): Command {
  const command = new Command()
    .argument(...licenceArgument)
    .action(async (licenceId: string, options: ChangeOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity: 'release' }));
    });
  return changing(command, `Example:\n  npx perennial release SN-1001`);
}
