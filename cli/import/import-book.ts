import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planOf } from '../../plans/plan-of.ts';
import { confirm } from '../shell/ask.ts';
import { connect } from '../shell/connect.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { dayOf } from '../licence/on-day.ts';
import { progressOn } from '../shell/progress.ts';
import { Comparison } from './comparison.ts';
import { Report } from './report.ts';
import { checkBook } from './sound-book.ts';
import { writeAll } from './write.ts';

export interface ImportOptions {
  readonly date?: CivilDate;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * Brings a book's customers and licences into the tables. The book is read through and must be sound; then again, to
 * compare it with the tables and say what is new, changed or refused; and once it may, again to compare and write.
 */
export async function importBook(at: Invocation, folder: string, options: ImportOptions): Promise<void> {
  const { output, signal } = at;
  const today = (planId: string) => dayOf(planOf(planId), at, options.date);
  const progress = progressOn(
    output,
    (label, done, total) => `${label}, ${10 * Math.floor((10 * done) / total)} %`,
  );
  const firstDay = (plan: Plan | undefined) => (plan === undefined ? dayIn('UTC', at.now) : today(plan.id));
  const book = await checkBook(folder, firstDay, progress, signal).finally(() => {
    progress.end();
  });
  if (existsSync(join(folder, 'activity.csv'))) {
    output.note(
      'activity.csv is left out: activities happen by commands of their own, or in `perennial simulate`',
    );
  }
  const comparison = new Comparison(await connect(), book, today, progress, signal);
  const report = new Report(output, options.json === true);
  await comparison.goThrough('compared', (found) => {
    report.add(found);
  });
  signal.throwIfAborted();
  report.tell();
  if (report.refused > 0) {
    throw refused(
      `nothing was done: the book has other facts of ${report.refused} licences than the tables, and facts are history: ` +
        'use `perennial activate`, `install` or `change`, or a licence of its own, and have the book say what the tables do',
    );
  }
  if (options.dryRun === true || !report.isAnythingToDo) return;
  await confirm(at, options);
  await writeAll(output, comparison);
}
