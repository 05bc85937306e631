import { customerPath } from '../../parts/paths.ts';
import * as z from 'zod/mini';
import {
  customerEditFrom,
  editableCells,
  editableColumns,
} from '../../../../client/customers/customer-cells.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { orNothing } from '../../../../client/words/entry-in-words.ts';
import { fieldsOf } from '../../access/fields.ts';
import type { AddPage } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { type Cells, cellsIn, labelOf } from './edit-fields.ts';
import { showEditForm, showEditPreview } from './edit-pages.tsx';
import { follow } from './follow.tsx';

const cellsSchema = z.partialRecord(z.enum(editableColumns), z.string());

/** Editing a customer: the form, what will change, the confirmation; its licences follow. */
export const addEdit: AddPage = (app, { deployment }) => {
  app.get('/customers/:id/edit', async (c) => {
    const customer = await deployment.requireCustomer(c.req.param('id'));
    const cells = editableCells(customer);
    return showEditForm(c, { customer, shown: cells, given: cells });
  });

  app.post('/customers/:id/edit', async (c) => {
    const customer = await deployment.requireCustomer(c.req.param('id'));
    const fields = await fieldsOf(c);
    const form = { customer, shown: cellsFrom(fields['shown']), given: cellsIn(fields) };
    if (fields['again'] !== undefined) return showEditForm(c, form);
    const changed = changedIn(form);
    const edit = customerEditFrom(changed);
    if (!edit.ok) {
      const { column, expected } = edit.mistake;
      return showEditForm(c, { ...form, mistakes: { [column]: `Expected ${expected}.` } });
    }
    try {
      const asked = { customerId: customer.customerId, edit: edit.value, dryRun: true };
      const { changes } = await deployment.operator.editCustomer(asked);
      return await showEditPreview(c, form, changes, changed);
    } catch (error) {
      if (error instanceof Refusal) return showEditForm(c, { ...form, mistakes: { '': error.message } });
      throw error;
    }
  });

  app.post('/customers/:id/edit/confirm', async (c) => {
    const { customerId, name } = await deployment.requireCustomer(c.req.param('id'));
    const { changed, requestId } = await fieldsOf(c);
    const edit = customerEditFrom(cellsFrom(changed));
    if (!edit.ok) throw new Refusal(`${labelOf(edit.mistake.column)}: expected ${edit.mistake.expected}.`);
    const { changes } = await deployment.operator.editCustomer({ customerId, edit: edit.value }, requestId);
    if (changes.length === 0) return goOn(c, customerPath(customerId), `${name} is so already.`);
    const done = changes.map(({ field, to }) => `${labelOf(field)} is now ${orNothing(to)}.`).join(' ');
    return follow(c, deployment, { of: customerId, customerId, done });
  });
};

/** The cells that somebody has changed since the form was shown: what others changed meanwhile stays. */
function changedIn({ shown, given }: { readonly shown: Cells; readonly given: Cells }): Cells {
  const changed = editableColumns.filter((column) => given[column] !== shown[column]);
  return Object.fromEntries(changed.map((column) => [column, given[column]]));
}

/** The cells in a hidden field of the form; refuses a field that the form cannot have. */
function cellsFrom(json = '{}'): Cells {
  const cells = cellsSchema.safeParse(jsonIn(json));
  if (cells.success) return cells.data;
  throw new Refusal(
    'The form came back with fields that it did not have, so nothing was changed. Open it again from the page of the customer.',
  );
}

/** Undefined where the text is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
