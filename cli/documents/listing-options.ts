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

/** What every list of documents does to find them, for its help. */
export const howFound = `
They are found by the register of printed numbers, the newest first: one request for each hundred numbers, and one for each
journal. Open ones are found by the indexes of licences that are due within three months or are stalled, of whatever year they
are: one request for each hundred licences, and one for the journal of each with something open. Those of a customer are found
by the index of customers. No command reads all licences.`;

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
