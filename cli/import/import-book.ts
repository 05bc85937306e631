import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planOf } from '../../plans/plan-of.ts';
import { activityColumns } from '../book/files/activities.ts';
import type { BookFolder } from '../book/format/format.ts';
import { formatOf, type FormatOptions } from '../book/format/options.ts';
import { rowsOf } from '../book/table/table.ts';
import { confirm } from '../shell/ask.ts';
import { connect } from '../shell/connect.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { dayOf } from '../licence/on-day.ts';
import { progressOn } from '../shell/progress.ts';
import { Comparison } from './comparison.ts';
import { Report } from './report.ts';
import { checkBook } from './check-book.ts';
import { printWarnings, requireAcceptance, type WarningOptions } from './warnings.ts';
import { writeAll } from './write.ts';

export interface ImportOptions extends FormatOptions, WarningOptions {
  readonly date?: CivilDate;
  readonly dryRun?: boolean;
}

/**
 * Imports a book's customers and licences. It reads the book three times: to check it; to compare it with the tables
 * and print what is new, changed or refused; and, once the operator agrees, to compare again and write.
 */
export async function importBook(at: Invocation, path: string, options: ImportOptions): Promise<void> {
  const { output, signal } = at;
  const today = (planId: string) => dayOf(planOf(planId), at, options.date);
  const progress = progressOn(
    output,
    (label, done, total) => `${label}, ${10 * Math.floor((10 * done) / total)} %`,
  );
  const firstDay = (plan: Plan | undefined) => (plan === undefined ? dayIn('UTC', at.now) : today(plan.id));
  const folder = { path, format: formatOf(options) };
  const book = await checkBook(folder, firstDay, progress, signal).finally(() => {
    progress.end();
  });
  if (await hasActivities(folder)) {
    output.note(
      'Skipping activity.csv: each activity has a command of its own, and `perennial simulate` plays them.',
    );
  }
  const comparison = new Comparison(await connect(at), book, today, progress, signal);
  const report = new Report(output, options.json === true);
  const newLicences = new Set<string>();
  await comparison.goThrough('compared', (found) => {
    report.add(found);
    if (found.of === 'customer' && found.skipped !== undefined)
      output.note(`Skipping a row: ${found.skipped}`);
    if (found.of === 'licence' && found.isNew) newLicences.add(found.facts.licenceId);
  });
  signal.throwIfAborted();
  const warnings = [...book.doubts].flatMap(([id, doubts]) => (newLicences.has(id) ? doubts : []));
  printWarnings(output, warnings, options.json === true);
  report.print();
  if (report.refused > 0) {
    throw refused(
      `Nothing was imported: facts of ${countOf(report.refused, 'licence')} differ from the tables, and an import does ` +
        'not change facts. Use `perennial activate`, `install` or `change`, or correct the book.',
    );
  }
  if (options.dryRun !== true && report.isAnythingToDo) {
    requireAcceptance(warnings, options);
    await confirm(at, options);
    await writeAll(output, comparison);
  }
}

async function hasActivities(folder: BookFolder): Promise<boolean> {
  if (!existsSync(join(folder.path, 'activity.csv'))) return false;
  for await (const row of rowsOf(folder, 'activity.csv', activityColumns)) return row.ok;
  return false;
}
