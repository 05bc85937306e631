import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { listing } from '../shell/listing.ts';
import { readDate } from '../simulate/options.ts';
import type { ReportName, ReportOptions } from './options.ts';

/** `report`: figures of a period. */
export function reportCommand(at: Invocation): Command {
  return new Command()
    .addCommand(
      ofPeriod(
        at,
        'renewals',
        'report how many terms were renewed, by number and by value, and why others lapsed',
      ),
    )
    .addCommand(
      ofPeriod(at, 'receivables', 'report what was open on the last day, by how long it was overdue'),
    )
    .addCommand(ofPeriod(at, 'revenue', 'report net revenue by plan, month and account manager'));
}

function ofPeriod(at: Invocation, name: ReportName, description: string): Command {
  const command = new Command(name)
    .description(description)
    .requiredOption('--from <date>', 'first day', readDate)
    .requiredOption('--to <date>', 'last day', readDate)
    .option('--plan <plan>', 'only this plan')
    .option('--picture <file>', 'write a chart to an SVG file')
    .action(async (options: ReportOptions) => {
      const { report } = await import('./report.ts');
      await report(at, name, options);
    });
  return listing(command).addHelpText(
    'after',
    `
Example:
  npx perennial report ${name} --from 2026-01-01 --to 2026-12-31 --picture ${name}.svg

docs/reports.md defines each figure. The command reads the journals of all licences of the plans: one request for each licence,
and one for each hundred. A million licences take about a million read units, some 0.25 USD, and half an hour. Receivables as of
today or later need only the journals of licences with an open invoice.`,
  );
}
