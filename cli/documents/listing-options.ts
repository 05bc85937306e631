import { type Command, InvalidArgumentError } from 'commander';
import { dayIn, yearOf } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { plans } from '../../plans/index.ts';
import { listing, type ListingOptions } from '../shell/listing.ts';
import { planNamed } from '../shell/plan-named.ts';

/** The options of a list of documents. */
export interface DocumentListOptions extends ListingOptions {
  readonly open?: boolean;
  readonly plan?: string;
  readonly customer?: string;
  readonly year?: number;
}

/** Adds the options of a list of documents. `what` are the documents: quotes, or invoices. */
export function listingDocuments(command: Command, what: string): Command {
  return listing(
    command
      .option('--open', `only open ${what}`)
      .option('--customer <customer>', `only ${what} issued to this customer`)
      .option('--plan <plan>', 'only of this plan')
      .option(
        '--year <year>',
        `only ${what} issued in this year; default: this year and the last one; of a customer, and of open ones, all`,
        readYear,
      ),
  );
}

/** What every list of documents costs, for its help. */
export const howFound = `
Without an option, it lists this year and the last, newest first. No option reads all licences: it takes
about one request for each licence that it lists. For what is open, it looks through the licences that are due within
three months or stalled, a hundred in a request.`;

export function chosenPlans({ plan }: DocumentListOptions): readonly Plan[] {
  return plan === undefined ? plans : [planNamed(plan)];
}

/** The years of numbers to look at, the latest first. */
export function chosenYears({ year }: DocumentListOptions, plan: Plan, now: string): readonly number[] {
  if (year !== undefined) return [year];
  const thisYear = yearOf(dayIn(plan.timeZone, now));
  return [thisYear, thisYear - 1];
}

function readYear(text: string): number {
  if (/^[1-9]\d{3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a year such as 2026.');
}
