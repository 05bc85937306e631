import { editCustomer } from '../../customers/edit-customer.ts';
import { followCustomer } from '../../customers/follow-customer.ts';
import { earlierEntry } from '../../customers/new-entry.ts';
import { accessTo } from '../access.ts';
import { accepted, type Acting, refusedFor } from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import type { ActionResult } from './result.ts';

/** The form of a VAT id: its country, as the EU writes it, and what that has given. */
const vatIdForm = /^[A-Z]{2}(?=.*\d)[A-Z0-9+*]{2,13}$/;

/** Changes what the reader's customer may change of its data by itself; its licences follow. */
export async function editDetails(
  acting: Acting<InputOf<'edit-details'>>,
): Promise<ActionResult<Did['edit-details']>> {
  const { portal, visit, request, input } = acting;
  const accessible = await accessTo(portal, visit.reader, visit.reader.customerId);
  if (accessible === undefined) return { outcome: 'not-found' };
  const { customerId } = accessible.customer;
  const edit = { set: { ...input.set, ...vatIdIn(input.set) }, clear: [...input.clear] };
  if (edit.set.vatId !== undefined && !vatIdForm.test(edit.set.vatId))
    return refusedFor({ code: 'not-a-value', field: 'vatId', detail: 'A VAT id such as ATU12345675.' });
  const isRepeated = (await earlierEntry(portal.history, customerId, request)) !== undefined;
  const { changes } = await editCustomer(portal, request, { kind: 'edit-customer', customerId, edit });
  const did = { customerId, fields: changes.map(({ field }) => field) };
  if (changes.length === 0) return { outcome: 'already-done', did };
  await bringLicencesInLine(acting, customerId);
  return accepted(did, isRepeated);
}

/** People type it with spaces and dots. */
function vatIdIn({ vatId }: InputOf<'edit-details'>['set']): { readonly vatId?: string } {
  return vatId === undefined ? {} : { vatId: vatId.replaceAll(/[\s.-]/g, '').toUpperCase() };
}

/** What licences have of their customer follows at once. One that fails follows at the next change, or an import. */
async function bringLicencesInLine({ portal, request }: Acting<unknown>, customerId: string): Promise<void> {
  let after: string | undefined;
  do {
    const page = await followCustomer(portal, request, { kind: 'follow-customer', customerId, after });
    after = page.next;
  } while (after !== undefined);
}
