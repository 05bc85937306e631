import type { Customer } from '../../domain/customer/customer.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { plans } from '../../plans/index.ts';
import { customersIn, readCustomers } from '../book/files/customers.ts';
import { type FirstDay, licencesIn } from '../book/files/licences.ts';
import { CountedMistakes, type Mistake, printMistakes } from '../book/values/mistakes.ts';
import { countOf } from '../shell/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Progress } from '../shell/progress.ts';

/** A book of any size in which there are no mistakes. */
export interface SoundBook {
  readonly customerCount: number;
  readonly licenceIds: ReadonlySet<string>;
  /** As they are read. */
  readonly customers: () => AsyncGenerator<Customer, void>;
  readonly licences: () => AsyncGenerator<Facts, void>;
}

/**
 * Reads a book through and refuses it for its mistakes. Of each row it keeps what others are checked against: ids, and
 * the customers' kinds and countries. Throws the signal's reason when aborted.
 */
export async function checkBook(
  folder: string,
  firstDay: FirstDay,
  progress: Progress,
  signal: AbortSignal,
): Promise<SoundBook> {
  const mistakes = new CountedMistakes();
  const behind = (bytes: number, total: number) => {
    progress.advance(bytes, total, 'bytes checked');
  };
  const refuse = (found: readonly Mistake[]) => {
    signal.throwIfAborted();
    mistakes.add(found);
  };
  const customers = await readCustomers(folder, ({ kind, country }) => ({ kind, country }), refuse, behind);
  const licenceIds = new Set<string>();
  for await (const read of licencesIn(folder, plans, customers, firstDay, behind)) {
    refuse(read.mistakes);
    if (read.licenceId !== undefined) licenceIds.add(read.licenceId);
  }
  if (mistakes.count > 0) {
    throw refused(`The book in ${folder} has ${countOf(mistakes.count, 'mistake')}. Nothing was imported.`, {
      details: mistakes.lines(),
    });
  }
  return {
    customerCount: customers.customers.size,
    licenceIds,
    customers: () => customersOf(folder),
    licences: () => licencesOf(licencesIn(folder, plans, customers, firstDay)),
  };
}

async function* customersOf(folder: string): AsyncGenerator<Customer, void> {
  for await (const { customer, mistakes } of customersIn(folder)) {
    if (customer === undefined || mistakes.length > 0) throw changedSince(mistakes);
    yield customer;
  }
}

async function* licencesOf(reads: ReturnType<typeof licencesIn>): AsyncGenerator<Facts, void> {
  for await (const { facts, mistakes } of reads) {
    if (facts === undefined || mistakes.length > 0) throw changedSince(mistakes);
    yield facts;
  }
}

function changedSince(mistakes: readonly Mistake[]) {
  const lines = printMistakes(mistakes).join('\n');
  return failed(`the book was changed while it was imported; mend it and import it again\n${lines}`);
}
