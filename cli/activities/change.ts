import { Command } from 'commander';
import { findEdition, findModules } from '../../domain/changes/look-up.ts';
import { money, parseAmount } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { printOpen } from '../licence/print-open.ts';
import { type ChangeOptions, changing } from './change-options.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { onLicence } from './apply-command.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

interface Options extends ChangeOptions {
  readonly edition?: string;
  readonly addModules?: readonly string[];
  readonly migration?: boolean;
  readonly hours?: string;
  readonly hardware?: string;
  readonly accept?: boolean;
}

/** `change`: another edition, more modules, or a migration to a new version. */
export function changeCommand(at: Invocation): Command {
  const command = new Command()
    .argument(...licenceArgument)
    .option('--edition <name>', "quote a move to an edition of the plan's price list")
    .option('--add-modules <sku...>', "order modules of the plan's price list")
    .option('--migration', 'quote a migration to the new version')
    .option('--hours <hours>', 'labour of the migration, in hours')
    .option('--hardware <amount>', 'price of hardware for the migration, net')
    .option('--accept', 'accept the open quote for a change')
    .action(async (licenceId: string, options: Options) => {
      refuseMoreThanOne(options);
      const { licence } = await onLicence(at, licenceId, options, ({ plan }) => changeFrom(plan, options));
      if (options.json !== true) printOpen(at.output, licence);
    });
  return changing(
    command,
    `Examples:
  npx perennial change SMA-5004 --edition Enterprise
  npx perennial change SMA-5004 --accept
  npx perennial change SMA-5004 --add-modules CAM-16 POS
  npx perennial change SN-1001 --migration --hours 6.5 --hardware 1200.00`,
  );
}

function refuseMoreThanOne({ edition, addModules, migration, accept, hours, hardware }: Options): void {
  const chosen = [edition, addModules, migration, accept].filter((option) => option !== undefined);
  if (chosen.length !== 1) {
    throw refused('Name exactly one of --edition, --add-modules, --migration and --accept.');
  }
  if (migration === undefined && (hours ?? hardware) !== undefined) {
    throw refused('--hours and --hardware need --migration.');
  }
}

/** Refuses an edition or a module that the plan's price list does not have. */
function changeFrom(
  plan: Plan,
  { edition, addModules, migration, hours, hardware }: Options,
): LicenceCommand {
  if (edition !== undefined) {
    const found = findEdition(plan, edition);
    if ('missing' in found) throw refused(`--edition ${edition}: ${found.missing}`);
    return { activity: 'request-change', edition };
  }
  if (addModules !== undefined) {
    const found = findModules(plan, addModules);
    if ('missing' in found) throw refused(`--add-modules ${addModules.join(' ')}: ${found.missing}`);
    return { activity: 'add-modules', skus: addModules };
  }
  if (migration === undefined) return { activity: 'accept-change' };
  return { activity: 'request-migration', hours: hoursIn(hours), hardware: hardwareIn(plan, hardware) };
}

function hoursIn(text = '0'): number {
  if (/^\d{1,4}(\.\d{1,2})?$/.test(text)) return Number(text);
  throw refused(`--hours ${text}: expected hours with at most two decimals, such as 6.5.`);
}

function hardwareIn({ currency }: Plan, text: string | undefined) {
  if (text === undefined) return money(0, currency);
  const amount = parseAmount(text, currency);
  if (amount !== undefined) return amount;
  throw refused(`--hardware ${text}: expected an amount in ${currency} such as 1200.00.`);
}
