import type { QuoteOption, QuoteView } from '../../../../app/portal/views/quote.ts';
import { coverInWords, taxLabel } from '../../../../wording/phrases/prices.ts';
import { firstOf } from '../../parts/faults.tsx';
import { Choice, Choices, Csrf, Field } from '../../parts/form.tsx';
import type { Frame } from '../../parts/frame.ts';
import { quotePath } from '../../parts/paths.ts';
import { Go } from '../../parts/pieces.tsx';
import { productOf } from '../../parts/sentences.ts';

/** What was entered in the form of a quote. */
export interface QuoteEntry {
  readonly years?: number | undefined;
  readonly licences: readonly string[];
  readonly po: string;
  readonly by: string;
}

/** What is wrong with which field, in the order of the form. */
export type QuoteErrors = Partial<Readonly<Record<'years' | 'licences' | 'po' | 'by', string>>>;

interface AcceptFormProps {
  readonly frame: Frame;
  readonly view: QuoteView;
  readonly entry: QuoteEntry | undefined;
  readonly errors: QuoteErrors;
}

/** It leads to a page that says what accepting does; nothing is ordered yet. */
export function AcceptForm({ frame, view, entry, errors }: AcceptFormProps) {
  const { say } = frame;
  const words = say.quote;
  const { isRequired, standing } = view.purchaseOrder;
  const open = view.lines.filter(({ state }) => state === 'open');
  const focus = firstOf(errors);
  return (
    <form method="post" action={quotePath(view.number, 'review')} novalidate>
      <Csrf frame={frame} />
      <h2 class="hidden">{words.yourOrder}</h2>
      <Choices kind="radio" name="years" legend={words.howLong} error={errors.years}>
        {view.options.map((option, index) => (
          <Option
            frame={frame}
            option={option}
            checked={view.options.length === 1 || entry?.years === option.years}
            focus={index === 0 && focus === 'years'}
          />
        ))}
      </Choices>
      {open.length > 1 && (
        <Choices kind="checkbox" name="licences" legend={words.whichLicences} error={errors.licences}>
          {open.map(({ licenceId, ...line }, index) => (
            <Choice
              kind="checkbox"
              name="licences"
              value={licenceId}
              label={`${productOf(line)}, ${licenceId}`}
              amount={amountOf(frame, line.options[0])}
              checked={entry === undefined || entry.licences.includes(licenceId)}
              focus={index === 0 && focus === 'licences'}
              isAtFault={errors.licences !== undefined}
            />
          ))}
        </Choices>
      )}
      <Field
        name="po"
        label={isRequired ? words.po : words.poOptional}
        hint={words.poHint}
        value={entry?.po ?? standing}
        error={errors.po}
        focus={focus === 'po'}
        required={isRequired}
      />
      <Field
        name="by"
        label={words.name}
        hint={words.nameHint}
        value={entry?.by}
        error={errors.by}
        autocomplete="name"
        focus={focus === 'by'}
        required
      />
      <p class="do">
        <button class="button" type="submit">
          {words.continue}
        </button>
        {view.mayDecline && (
          <Go to={quotePath(view.number, 'decline')} second>
            {words.decline}
          </Go>
        )}
      </p>
    </form>
  );
}

function Option({
  frame,
  option,
  checked,
  focus,
}: {
  readonly frame: Frame;
  readonly option: QuoteOption;
  readonly checked: boolean;
  readonly focus: boolean;
}) {
  const { say, localiser } = frame;
  const { years, cover, price } = option;
  const tax = price.taxPercent > 0 ? say.quote.inclTax(taxLabel(localiser, price.taxPercent)) : undefined;
  const covers = cover === undefined ? undefined : say.quote.covers(coverInWords(localiser, cover));
  return (
    <Choice
      kind="radio"
      name="years"
      value={String(years)}
      label={localiser.words.years(years)}
      detail={covers}
      amount={[localiser.money(price.total), tax].filter((text) => text !== undefined).join(', ')}
      checked={checked}
      focus={focus}
    />
  );
}

/** The total of an option. */
export function amountOf({ localiser }: Frame, option: QuoteOption | undefined): string | undefined {
  return option === undefined ? undefined : localiser.money(option.price.total);
}
