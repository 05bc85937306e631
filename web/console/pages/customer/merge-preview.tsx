import { customerPath } from '../../parts/paths.ts';
import { editableCells } from '../../../../client/customers/customer-cells.ts';
import { countOf } from '../../../../client/words/count-of.ts';
import type { Customer } from '../../../../domain/customer/customer.ts';
import type { ConsoleContext } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { Table } from '../../parts/table.tsx';
import { editGroups } from './edit-fields.ts';

interface MergePreview {
  readonly stays: Customer;
  readonly goes: Customer;
  /** The licences of the record that goes, as far as they were counted. */
  readonly licences: { readonly count: number; readonly isAll: boolean };
  readonly mistake?: string | undefined;
}

/** What differs between both records, what merging them does, and its confirmation. */
export function showMergePreview(c: ConsoleContext, { stays, goes, licences, mistake }: MergePreview) {
  const [kept, lost] = [editableCells(stays), editableCells(goes)];
  const rows = editGroups
    .flatMap(({ fields }) => fields)
    .map(({ name, label }) => ({ label, stays: kept[name], goes: lost[name] }))
    .filter((row) => row.stays !== row.goes);
  const [into, from] = [stays.customerId, goes.customerId];
  const path = customerPath(into);
  const count = `${countOf(licences.count, 'licence')}${licences.isAll ? '' : ' and more'}`;
  return showPage(
    c,
    { title: `Merge ${from} into ${into}`, at: '/customers' },
    <>
      <Table
        caption="What differs"
        columns={[
          { heading: 'Field', of: ({ label }) => label },
          { heading: `${into}: stays`, of: (row) => row.stays },
          { heading: `${from}: goes`, of: (row) => row.goes },
        ]}
        rows={[{ label: 'Id', stays: into, goes: from }, ...rows]}
        empty=""
      />
      <p class="buttons">
        <a class="button" href={`${customerPath(from)}/merge?other=${encodeURIComponent(into)}`}>
          Let {from} stay instead
        </a>
      </p>
      <section class="panel preview" aria-labelledby="will-happen">
        <h2 id="will-happen">This will happen</h2>
        <ul>
          <li>
            {count} of {from} will belong to {into}, with open quotes, invoices and credit as they are.
          </li>
          <li>
            Notes and history of {from} move to {into}. Data of {from} that differ above are dropped.
          </li>
          <li>
            Whoever names {from} from then on gets {into}. Nobody is mailed.
          </li>
          <li>It cannot be taken back.</li>
        </ul>
        <ConfirmForm c={c} action={`${path}/merge`} label="Merge them" isDangerous>
          <input type="hidden" name="other" value={from} />
          <div class="field">
            <label for="typed">Type {from} to confirm</label>
            <input
              id="typed"
              name="typed"
              required
              autocomplete="off"
              aria-invalid={mistake === undefined ? undefined : 'true'}
              aria-describedby={mistake === undefined ? undefined : 'typed-mistake'}
            />
            {mistake === undefined ? null : (
              <span class="mistake" id="typed-mistake">
                {mistake}
              </span>
            )}
          </div>
        </ConfirmForm>
      </section>
      <p class="buttons">
        <a class="button" href={path}>
          Back to {stays.name}
        </a>
      </p>
    </>,
    mistake === undefined ? 200 : 400,
  );
}
