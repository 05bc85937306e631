import { Command } from 'commander';
import {
  correctableFields,
  type CorrectedFacts,
  correctedFactsSchema,
} from '../../domain/corrections/correctable.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { monthDaySchema } from '../../domain/time/month-day.ts';
import { onLicence } from '../activities/apply-command.ts';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { readFact } from '../book/details/correction-detail.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

interface ReasonedOptions extends ChangeOptions {
  readonly reason: string;
}

/** `licence correct`: facts that were mistyped. */
export function correctCommand(at: Invocation): Command {
  const command = new Command('correct')
    .description('correct mistyped facts; a term that depends on them is calculated again')
    .argument(...licenceArgument)
    .argument('<field=value...>', 'columns of licences.csv with values as they have them there')
    .requiredOption('--reason <text>', 'why, in words: it is recorded with your name')
    .action(async (licenceId: string, words: readonly string[], options: ReasonedOptions) => {
      const { reason } = options;
      await onLicence(at, licenceId, options, ({ plan }) => {
        return { activity: 'correct', facts: factsIn(words, plan), reason };
      });
    });
  return changing(
    command,
    `Example:
  npx perennial licence correct NJ-2001 purchasedOn=2025-04-01 --reason "the year was mistyped"

Fields: ${correctableFields.join(', ')}.
Facts that a term follows from cannot change while it is invoiced: credit the invoice first.`,
  );
}

/** `licence remove`: one that was registered by mistake. */
export function removeCommand(at: Invocation): Command {
  const command = new Command('remove')
    .description('remove a licence that was registered by mistake, before anything was mailed or issued')
    .argument(...licenceArgument)
    .requiredOption('--reason <text>', 'why, in words: it is recorded with your name')
    .action(async (licenceId: string, options: ReasonedOptions) => {
      await onLicence(at, licenceId, options, () => ({ activity: 'remove', reason: options.reason }));
    });
  return changing(command, 'Example:\n  npx perennial licence remove VT-3002 --reason "registered twice"');
}

/** `licence transfer`: to another customer. */
export function transferCommand(at: Invocation): Command {
  const command = new Command('transfer')
    .description('transfer a licence to another customer; both are e-mailed')
    .argument(...licenceArgument)
    .requiredOption('--to <customer>', 'the id of the new customer')
    .requiredOption('--reason <text>', 'why, in words: it is recorded with your name')
    .action(async (licenceId: string, options: ReasonedOptions & { readonly to: string }) => {
      const { to, reason } = options;
      await onLicence(at, licenceId, options, () => ({ activity: 'transfer', to, reason }));
    });
  return changing(
    command,
    'Example:\n  npx perennial licence transfer SMA-5001 --to C-17 --reason "the company was sold"',
  );
}

/** `licence align`: the day of the year that terms end on. */
export function alignCommand(at: Invocation): Command {
  const command = new Command('align')
    .description('end the next term on a day of the year, charged by the day')
    .argument(...licenceArgument)
    .requiredOption('--to <mm-dd>', 'the day of the year, such as 06-30')
    .action(async (licenceId: string, options: ChangeOptions & { readonly to: string }) => {
      const to = monthDaySchema.safeParse(options.to);
      if (!to.success) throw refused(`--to ${options.to}: expected a day of the year such as 06-30.`);
      await onLicence(at, licenceId, options, () => ({ activity: 'align', to: to.data }));
    });
  return changing(command, 'Example:\n  npx perennial licence align SMA-5001 --to 12-31');
}

/** The facts that `field=value` words name; refuses what is none. */
function factsIn(words: readonly string[], plan: Plan): CorrectedFacts {
  const facts: Record<string, unknown> = {};
  for (const word of words) {
    const field = correctableFields.find((each) => word.startsWith(`${each}=`));
    if (field === undefined)
      throw refused(`${word}: expected FIELD=VALUE, with a field of ${correctableFields.join(', ')}.`);
    const read = readFact(field, word.slice(field.length + 1), plan);
    if (!read.ok) throw refused(`${word}: expected ${read.expected}.`);
    facts[field] = read.value;
  }
  return correctedFactsSchema.parse(facts);
}
