import { customerPath } from '../../parts/paths.ts';
import { orNothing } from '../../../../client/words/entry-in-words.ts';
import type { Customer } from '../../../../domain/customer/customer.ts';
import type { FieldChange } from '../../../../domain/customer/edit.ts';
import type { ConsoleContext } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { FieldInput } from '../../licence/flow/field-input.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { type Cells, editGroups, inputOf, labelOf } from './edit-fields.ts';

interface EditForm {
  readonly customer: Customer;
  /** As the form was shown first. */
  readonly shown: Cells;
  readonly given: Cells;
  /** By the names of fields; under an empty name for the whole. */
  readonly mistakes?: Readonly<Record<string, string>>;
}

/** The fields of a customer. Nothing changes before it was shown what will. */
export function showEditForm(c: ConsoleContext, { customer, shown, given, mistakes = {} }: EditForm) {
  const path = customerPath(customer.customerId);
  const known = new Set<string>(editGroups.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const others = Object.entries(mistakes).filter(([name]) => !known.has(name));
  return showPage(
    c,
    { title: `Edit ${customer.name}`, at: '/customers' },
    <>
      {others.map(([, mistake]) => (
        <Notice kind="error">{mistake}</Notice>
      ))}
      <PostForm c={c} action={`${path}/edit`}>
        <input type="hidden" name="shown" value={JSON.stringify(shown)} />
        <div class="panels">
          {editGroups.map(({ heading, fields }) => (
            <section class="panel">
              <h2>{heading}</h2>
              {fields.map((field) => (
                <FieldInput
                  field={field}
                  given={[inputOf(field.name, given[field.name])]}
                  mistake={mistakes[field.name]}
                />
              ))}
            </section>
          ))}
        </div>
        <p class="buttons">
          <button type="submit" class="primary">
            Show what will change
          </button>
          <a class="button" href={path}>
            Back to the customer
          </a>
        </p>
      </PostForm>
    </>,
    Object.keys(mistakes).length === 0 ? 200 : 400,
  );
}

/** What an edit will change, and its confirmation. */
export function showEditPreview(
  c: ConsoleContext,
  { customer, shown, given }: EditForm,
  changes: readonly FieldChange[],
  changed: Cells,
) {
  const path = customerPath(customer.customerId);
  return showPage(
    c,
    { title: `Edit ${customer.name}`, at: '/customers' },
    <>
      {changes.length === 0 ? (
        <Notice kind="info">Nothing is different from what is stored.</Notice>
      ) : (
        <section class="panel preview" aria-labelledby="will-change">
          <h2 id="will-change">This will change</h2>
          <Table caption="What will change" columns={columns} rows={changes} empty="" />
          <p>
            Nobody is mailed. Quotes and invoices that were issued stay as they are. What licences have of
            their customer, such as country, discount and purchase order, follows at once.
          </p>
          <ConfirmForm c={c} action={`${path}/edit/confirm`} label="Change the customer">
            <input type="hidden" name="changed" value={JSON.stringify(changed)} />
          </ConfirmForm>
        </section>
      )}
      <PostForm c={c} action={`${path}/edit`}>
        <input type="hidden" name="shown" value={JSON.stringify(shown)} />
        {Object.entries(given).map(([name, cell]) => (
          <input type="hidden" name={name} value={name === 'address' ? inputOf(name, cell) : cell} />
        ))}
        <p class="buttons">
          <button type="submit" name="again" value="yes">
            Change the form
          </button>
          <a class="button" href={path}>
            Back to the customer
          </a>
        </p>
      </PostForm>
    </>,
  );
}

const columns: readonly Column<FieldChange>[] = [
  { heading: 'Field', of: ({ field }) => labelOf(field) },
  { heading: 'Now', of: ({ from }) => orNothing(from) },
  { heading: 'New', of: ({ to }) => orNothing(to) },
];
