import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { versionSchema } from '../../../domain/updates/version.ts';
import { checkFields, mistakeIn } from '../values/check.ts';
import { date, text } from '../../../client/cells/fields.ts';
import type { Mistake } from '../values/mistakes.ts';
import type { BookFolder } from '../format/format.ts';
import { columnsOf } from '../table/columns.ts';
import type { Row } from '../table/row.ts';
import { readTable } from '../table/table.ts';

const file = 'updates.csv';

const rowSchema = z.object({ date, planId: text, product: text, version: versionSchema });

export const updateColumns = columnsOf(rowSchema, ['date']);

/** An update that the vendor publishes on a day. */
export interface BookUpdate {
  readonly date: CivilDate;
  readonly planId: string;
  readonly product: string;
  readonly version: string;
}

export interface ReadUpdates {
  /** In the order of the file. */
  readonly updates: readonly BookUpdate[];
  readonly mistakes: readonly Mistake[];
}

/** A book may do without the file: no update is published then. */
export async function readUpdates(folder: BookFolder, plans: readonly Plan[]): Promise<ReadUpdates> {
  if (!existsSync(join(folder.path, file))) return { updates: [], mistakes: [] };
  const table = await readTable(folder, file, updateColumns);
  const updates: BookUpdate[] = [];
  const mistakes = [...table.mistakes];
  for (const row of table.rows) {
    const checked = checkFields(file, row, rowSchema);
    const ofPlan = checkPlan(row, plans);
    mistakes.push(...(checked.ok ? [] : checked.mistakes), ...ofPlan);
    if (checked.ok && ofPlan.length === 0) updates.push(checked.value);
  }
  return { updates, mistakes };
}

function checkPlan(row: Row, plans: readonly Plan[]): readonly Mistake[] {
  const { planId = '', product = '' } = row.cells;
  if (planId === '') return [];
  const plan = plans.find(({ id }) => id === planId);
  if (plan?.updates === undefined || plan.updates === null) {
    const announcing = plans.filter(({ updates }) => updates !== null).map(({ id }) => id);
    return [mistakeIn(file, row, 'planId', `a plan that announces updates: ${announcing.join(', ')}`)];
  }
  const { products } = plan.updates;
  if (product === '' || products.includes(product)) return [];
  return [
    mistakeIn(file, row, 'product', `a product that ${planId} announces updates of: ${products.join(', ')}`),
  ];
}
