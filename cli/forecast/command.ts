import { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Invocation } from '../shell/invocation.ts';
import { readDate } from '../simulate/options.ts';
import type { ForecastOptions } from './forecast.ts';

const help = `
Examples:
  npx perennial forecast --from 2026-01-01 --to 2026-12-31
  npx perennial forecast --from 2026-01-01 --to 2026-12-31 --plan video-sma --csv forecast.csv --chart forecast.svg

The forecast applies the rules of the daily runs in two cases: nobody acts; or everybody pays at once, accepts the first
option of each quote, and requests a quote when reminded. It changes nothing. Amounts are gross.`;

/** `forecast`: what the daily runs will do. */
export function forecastCommand(at: Invocation): Command {
  const command = new Command()
    .requiredOption('--from <date>', 'first day', readDate)
    .requiredOption('--to <date>', 'last day', readDate)
    .option('--plan <plan>', 'only this plan')
    .option('--csv <file>', 'write the figures to a CSV file')
    .option('--chart <file>', 'write a chart to an SVG file')
    .option('--json', 'print the figures as JSON')
    .addHelpText('after', help);
  return command.action(async (options: ForecastOptions & { readonly from: CivilDate }) => {
    const { from, to } = options;
    if (from > to) command.error(`error: --from ${from} is after --to ${to}. Put the earlier day first.`);
    const { forecast } = await import('./forecast.ts');
    await forecast(at, options);
  });
}
