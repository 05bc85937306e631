import type { Customer } from '../../domain/customer/customer.ts';
import { customerTermsOf } from '../../domain/customer/terms.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { plans } from '../../plans/index.ts';
import { customersIn, readCustomers } from '../book/files/customers.ts';
import { type FirstDay, licencesIn } from '../book/files/licences.ts';
import type { BookFolder } from '../book/format/format.ts';
import { CountedMistakes, type Mistake, printMistakes } from '../book/values/mistakes.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Progress } from '../shell/progress.ts';

/** A book of any size that has no mistakes. */
export interface SoundBook {
  readonly customerCount: number;
  readonly licenceIds: ReadonlySet<string>;
  /** Doubtful values, by the id of the licence. */
  readonly doubts: ReadonlyMap<string, readonly Mistake[]>;
  /** As they are read. */
  readonly customers: () => AsyncGenerator<Customer, void>;
  readonly licences: () => AsyncGenerator<Facts, void>;
}

/**
 * Reads a book through and refuses it for its mistakes. Of each row it keeps what others are checked against: ids, and
 * the customers' kinds and countries. Throws the signal's reason when aborted.
 */
export async function checkBook(
  folder: BookFolder,
  firstDay: FirstDay,
  progress: Progress,
  signal: AbortSignal,
): Promise<SoundBook> {
  const mistakes = new CountedMistakes();
  const onRead = (bytes: number, total: number) => {
    progress.advance(bytes, total, 'bytes checked');
  };
  const refuse = (found: readonly Mistake[]) => {
    signal.throwIfAborted();
    mistakes.add(found);
  };
  const customers = await readCustomers(folder, customerTermsOf, refuse, onRead);
  const licenceIds = new Set<string>();
  const doubts = new Map<string, readonly Mistake[]>();
  for await (const read of licencesIn(folder, plans, customers, firstDay, onRead)) {
    refuse(read.mistakes);
    if (read.licenceId === undefined) continue;
    licenceIds.add(read.licenceId);
    if (read.doubts.length > 0) doubts.set(read.licenceId, read.doubts);
  }
  if (mistakes.count > 0) {
    const count = countOf(mistakes.count, 'mistake');
    throw refused(`The book in ${folder.path} has ${count}. Nothing was imported.`, {
      details: mistakes.lines(),
    });
  }
  return {
    customerCount: customers.customers.size,
    licenceIds,
    doubts,
    customers: () => customersOf(folder),
    licences: () => licencesOf(licencesIn(folder, plans, customers, firstDay)),
  };
}

async function* customersOf(folder: BookFolder): AsyncGenerator<Customer, void> {
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
  return failed('The book changed while it was imported. Correct it and import it again.', {
    details: printMistakes(mistakes),
  });
}
