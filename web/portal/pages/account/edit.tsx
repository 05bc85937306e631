import { Choice, Csrf, Field } from '../../parts/form.tsx';
import { Confirmation } from '../../parts/confirmation.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { Facts, Go } from '../../parts/pieces.tsx';
import { type DetailName, type Details, severalLines } from './details.ts';

interface EditPageProps {
  readonly frame: Frame;
  readonly details: Details;
  /** The fields whose values cannot be used. */
  readonly bad?: readonly DetailName[];
  /** Whether nothing was changed. */
  readonly isUnchanged?: boolean;
}

/** The form of the customer's details; it leads to a page that says what changes. */
export function EditPage({ frame, details, bad = [], isUnchanged = false }: EditPageProps) {
  const words = frame.say.account;
  const field = (name: Exclude<DetailName, 'locale' | 'together'>) => (
    <Field
      name={name}
      label={words.fields[name]}
      hint={words.hints[name]}
      value={details[name]}
      error={bad.includes(name) ? errorOf(frame, name) : undefined}
      lines={severalLines.has(name)}
      type={name === 'email' || name === 'billingEmail' ? 'email' : 'text'}
      required={name === 'email'}
      autocomplete={autocompletes[name]}
    />
  );
  return (
    <Layout
      frame={frame}
      title={words.editing.title}
      section="account"
      back={{ to: '/account', label: words.title }}
    >
      <p class="lead">{isUnchanged ? words.review.nothing : words.editing.lead}</p>
      <form method="post" action="/account/review">
        <Csrf frame={frame} />
        {field('email')}
        {field('alsoEmail')}
        {field('billingEmail')}
        {field('alsoBillingEmail')}
        {field('address')}
        {field('vatId')}
        {field('poNumber')}
        {field('buyerReference')}
        <fieldset class="narrow">
          <legend>{words.fields.locale}</legend>
          {(['en', 'de'] as const).map((language) => (
            <Choice
              kind="radio"
              name="locale"
              value={language}
              label={words.languages[language]}
              checked={details.locale === language}
            />
          ))}
        </fieldset>
        <fieldset class="narrow">
          <legend>{words.fields.together}</legend>
          <Choice
            kind="checkbox"
            name="together"
            value="yes"
            label={words.hints.together}
            checked={details.together !== ''}
          />
        </fieldset>
        <p class="do">
          <button class="button" type="submit">
            {words.editing.continue}
          </button>
          <Go to="/account" second>
            {frame.say.frame.cancel}
          </Go>
        </p>
      </form>
    </Layout>
  );
}

const autocompletes: Partial<Readonly<Record<DetailName, string>>> = { email: 'email' };

function errorOf({ say }: Frame, name: DetailName): string {
  const { bad } = say.account.editing;
  switch (name) {
    case 'email':
    case 'billingEmail':
      return bad.email;
    case 'alsoEmail':
    case 'alsoBillingEmail':
      return bad.emails;
    case 'address':
      return bad.address;
    case 'vatId':
    case 'poNumber':
    case 'buyerReference':
    case 'locale':
    case 'together':
      return bad.text;
  }
}

interface ReviewPageProps {
  readonly frame: Frame;
  readonly before: Details;
  readonly after: Details;
  readonly changed: readonly DetailName[];
}

/** What changes, before it is saved. */
export function ReviewDetailsPage({ frame, before, after, changed }: ReviewPageProps) {
  const words = frame.say.account;
  const { review } = words;
  const written = (name: DetailName, value: string): string => {
    if (name === 'together') return value === '' ? words.no : words.yes;
    if (name === 'locale') return words.languages[value === 'de' ? 'de' : 'en'];
    return value === '' ? review.emptied : value.split('\n').join(', ');
  };
  const hasNewAddress = changed.some((name) => name.toLowerCase().includes('email'));
  return (
    <Confirmation
      frame={frame}
      title={review.title}
      section="account"
      lead={review.lead}
      back="/account"
      action="/account/edit"
      values={after}
      button={review.save}
    >
      <Facts
        facts={changed.map((name) => ({
          label: words.fields[name],
          value: (
            <>
              {written(name, after[name])}
              <small>{review.from(written(name, before[name]))}</small>
            </>
          ),
        }))}
      />
      {hasNewAddress && <p class="after">{review.access}</p>}
    </Confirmation>
  );
}
