import * as z from 'zod/mini';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import { bookActivities, readDetail } from '../details/activity-detail.ts';
import { checkFields, mistakeIn } from '../values/check.ts';
import { date, longText, oneOf, text } from '../../../client/cells/fields.ts';
import type { KnownCustomers } from './customers.ts';
import type { BookLicence, ReadLicences } from './licences.ts';
import type { Mistake } from '../values/mistakes.ts';
import type { BookFolder } from '../format/format.ts';
import { columnsOf } from '../table/columns.ts';
import type { Row } from '../table/row.ts';
import { readTable } from '../table/table.ts';

const file = 'activity.csv';

const rowSchema = z.object({ date, licenceId: text, activity: oneOf(bookActivities), detail: longText });
export const activityColumns = columnsOf(rowSchema, ['date']);

const dateSchema = z.pick(rowSchema, { date: true });
const activitySchema = z.pick(rowSchema, { activity: true, detail: true });

/** What a customer or an operator does on a day. */
export interface BookActivity {
  readonly date: CivilDate;
  readonly licenceId: string;
  readonly command: LicenceCommand;
}

export interface ReadActivities {
  /** By date; those of a day in the order of the file. */
  readonly activities: readonly BookActivity[];
  readonly mistakes: readonly Mistake[];
}

export async function readActivities(
  folder: BookFolder,
  licences: ReadLicences,
  customers: Pick<KnownCustomers, 'has'>,
): Promise<ReadActivities> {
  const table = await readTable(folder, file, activityColumns);
  const activities: BookActivity[] = [];
  const mistakes = [...table.mistakes];
  for (const row of table.rows) {
    const licence = licences.known.get(row.cells['licenceId'] ?? '');
    const checked = checkFields(file, row, rowSchema);
    mistakes.push(
      ...(checked.ok ? [] : checked.mistakes),
      ...checkLicence(row, licence, licences.isComplete),
      ...checkDetail(row, licence),
    );
    const plan = licence?.plan;
    if (!checked.ok || plan === undefined) continue;
    const detail = readDetail(checked.value.activity, checked.value.detail, plan);
    if (!detail.ok) continue;
    const { date: on, licenceId } = checked.value;
    const command = detail.does(on);
    if (command.activity === 'transfer' && customers.has(command.to) === false)
      mistakes.push(mistakeIn(file, row, 'detail', 'to=… with a customerId that customers.csv has'));
    activities.push({ date: on, licenceId, command });
  }
  return {
    activities: activities.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
    mistakes,
  };
}

function checkLicence(row: Row, licence: BookLicence | undefined, isComplete: boolean): readonly Mistake[] {
  if (row.cells['licenceId'] === '') return [];
  if (licence === undefined) {
    return isComplete ? [mistakeIn(file, row, 'licenceId', 'a licenceId that licences.csv has')] : [];
  }
  const checked = dateSchema.safeParse(row.cells);
  const { registeredOn } = licence;
  if (!checked.success || registeredOn === undefined || checked.data.date >= registeredOn) return [];
  return [mistakeIn(file, row, 'date', `a day from ${registeredOn} on, when the licence is registered`)];
}

function checkDetail(row: Row, licence: BookLicence | undefined): readonly Mistake[] {
  const parsed = activitySchema.safeParse(row.cells);
  const plan = licence?.plan;
  if (!parsed.success || plan === undefined) return [];
  const detail = readDetail(parsed.data.activity, parsed.data.detail, plan);
  return detail.ok ? [] : [mistakeIn(file, row, 'detail', detail.expected)];
}
