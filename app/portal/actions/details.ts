import type { AnswerOf } from '../../../contracts/operator/answers.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { ChangedSinceSeen, editCustomer } from '../../customers/edit-customer.ts';
import { followCustomer } from '../../customers/follow-customer.ts';
import { earlierEntry } from '../../customers/new-entry.ts';
import { accessTo } from '../access.ts';
import { detailsVersionOf } from '../details-version.ts';
import { accepted, type Acting, refusedFor } from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import type { ActionResult } from './result.ts';
import { isVatId, vatIdFrom } from './vat-id.ts';

/** Changes what the reader's customer may change of its data by itself; its licences follow. */
export async function editDetails(
  acting: Acting<InputOf<'edit-details'>>,
): Promise<ActionResult<Did['edit-details']>> {
  const { portal, visit, request, input } = acting;
  const accessible = await accessTo(portal, visit.reader, visit.reader.customerId);
  if (accessible === undefined) return { outcome: 'not-found' };
  const { customerId } = accessible.customer;
  const { vatId } = input.set;
  if (vatId !== undefined && !isVatId(vatId))
    return refusedFor({ code: 'not-a-value', field: 'vatId', detail: 'A VAT id such as ATU12345675.' });
  const isRepeated = (await earlierEntry(portal.history, customerId, request)) !== undefined;
  const edited = await edit(acting, customerId);
  if (edited instanceof ChangedSinceSeen)
    return {
      outcome: 'changed-meanwhile',
      now: { what: 'details', version: detailsVersionOf(edited.customer) },
    };
  const { changes } = edited;
  const did = { customerId, fields: changes.map(({ field }) => field) };
  if (changes.length === 0) return { outcome: 'already-done', did };
  await bringLicencesInLine(acting, customerId);
  return accepted(did, isRepeated);
}

function edit(
  { portal, request, input: { set, clear, version } }: Acting<InputOf<'edit-details'>>,
  customerId: string,
): Promise<AnswerOf<'edit-customer'> | ChangedSinceSeen> {
  const { vatId } = set;
  const edit = {
    set: { ...set, ...(vatId !== undefined && { vatId: vatIdFrom(vatId) }) },
    clear: [...clear],
  };
  const isAsSeen = (before: Customer) => version === undefined || detailsVersionOf(before) === version;
  return editCustomer(portal, request, { kind: 'edit-customer', customerId, edit }, isAsSeen).catch(
    (error: unknown) => {
      if (error instanceof ChangedSinceSeen) return error;
      throw error;
    },
  );
}

/** What licences have of their customer follows at once. One that fails follows at the next change, or an import. */
async function bringLicencesInLine({ portal, request }: Acting<unknown>, customerId: string): Promise<void> {
  let after: string | undefined;
  do {
    const page = await followCustomer(portal, request, { kind: 'follow-customer', customerId, after });
    after = page.next;
  } while (after !== undefined);
}
