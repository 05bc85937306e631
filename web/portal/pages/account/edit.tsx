import { Confirmation } from '../../parts/confirmation.tsx';
import { clipped, counted, Faults, firstOf } from '../../parts/faults.tsx';
import { Choice, Choices, Csrf, Field } from '../../parts/form.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { Facts, Go } from '../../parts/pieces.tsx';
import {
  type DetailFault,
  type DetailFaults,
  type DetailName,
  type Details,
  isAddressOf,
  severalLines,
} from './details.ts';

interface EditPageProps {
  readonly frame: Frame;
  /** What is in the fields. */
  readonly details: Details;
  /** What is on file. */
  readonly shown: Details;
  readonly faults?: DetailFaults;
  /** Whether nothing was changed. */
  readonly isUnchanged?: boolean;
  /** What somebody else has changed since the reader saw it. */
  readonly meanwhile?: readonly DetailName[];
}

/** The form of the customer's details; it leads to a page that says what changes. */
export function EditPage({
  frame,
  details,
  shown,
  faults = {},
  isUnchanged = false,
  ...rest
}: EditPageProps) {
  const { meanwhile = [] } = rest;
  const words = frame.say.account;
  const errors = faultsInWords(frame, faults);
  const focus = firstOf(errors) ?? meanwhile[0];
  const field = (name: Exclude<DetailName, 'locale' | 'together'>) => (
    <Field
      name={name}
      label={words.fields[name]}
      hint={words.hints[name]}
      value={details[name]}
      error={errors[name] ?? (meanwhile.includes(name) ? conflictOf(frame, name, shown, details) : undefined)}
      focus={focus === name}
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
      hasFaults={focus !== undefined}
    >
      <Faults frame={frame} faults={errors} />
      <Meanwhile frame={frame} meanwhile={meanwhile} shown={shown} />
      <p class="lead">{isUnchanged ? words.review.nothing : words.editing.lead}</p>
      <form method="post" action="/account/review" novalidate>
        <Csrf frame={frame} />
        <input type="hidden" name="shown" value={JSON.stringify(shown)} />
        {field('email')}
        {field('alsoEmail')}
        {field('billingEmail')}
        {field('alsoBillingEmail')}
        {field('address')}
        {field('vatId')}
        {field('poNumber')}
        {field('buyerReference')}
        <Choices kind="radio" name="locale" legend={words.fields.locale} narrow>
          {(['en', 'de'] as const).map((language) => (
            <Choice
              kind="radio"
              name="locale"
              value={language}
              label={words.languages[language]}
              checked={details.locale === language}
            />
          ))}
        </Choices>
        <Choices kind="checkbox" name="together" legend={words.fields.together} narrow>
          <Choice
            kind="checkbox"
            name="together"
            value="yes"
            label={words.hints.together}
            checked={details.together !== ''}
          />
        </Choices>
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

/** What is wrong with which field, in the order of the form. */
function faultsInWords(frame: Frame, faults: DetailFaults): Partial<Record<DetailName, string>> {
  return Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => [name, faultInWords(frame, name, fault)]),
  );
}

function faultInWords(frame: Frame, name: string, { is, value, count, most }: DetailFault): string {
  const { faults, account } = frame.say;
  const { bad } = account.editing;
  switch (is) {
    case 'missing':
      return bad.missing;
    case 'too-many':
      return bad.tooMany(counted(frame, count), counted(frame, most));
    case 'too-long':
      return bad.tooLong(clipped(value), counted(frame, count), counted(frame, most));
    case 'unusable':
      return `${faults.unusable(clipped(value))} ${exampleFor(frame, name)}`;
  }
}

/** What to type instead. */
function exampleFor({ say }: Frame, name: string): string {
  const { bad } = say.account.editing;
  if (name.toLowerCase().includes('email')) return bad.email;
  return name === 'vatId' ? bad.vatId : say.faults.oneLine;
}

/** What to look at in a field that somebody else has changed and the reader has, too. */
function conflictOf(frame: Frame, name: DetailName, shown: Details, details: Details): string | undefined {
  if (details[name] === shown[name]) return undefined;
  return frame.say.account.meanwhile.conflict(inWords(frame, name, shown[name]));
}

/** What somebody else has changed since the reader saw it, above all. */
function Meanwhile({
  frame,
  meanwhile,
  shown,
}: Required<Pick<EditPageProps, 'frame' | 'meanwhile' | 'shown'>>) {
  const words = frame.say.account;
  if (meanwhile.length === 0) return <></>;
  return (
    <div class="note warn" role="alert">
      <p>
        <strong>{words.meanwhile.heading}</strong>
      </p>
      <ul>
        {meanwhile.map((name) => (
          <li>
            <a href={`#${name}`}>{words.fields[name]}</a>: {inWords(frame, name, shown[name])}
          </li>
        ))}
      </ul>
      <p>{words.meanwhile.kept}</p>
    </div>
  );
}

/** A value as a page says it. */
function inWords({ say }: Frame, name: DetailName, value: string): string {
  const words = say.account;
  if (name === 'together') return value === '' ? words.no : words.yes;
  if (name === 'locale') return words.languages[value === 'de' ? 'de' : 'en'];
  return value === '' ? words.review.emptied : value.split('\n').join(', ');
}

interface ReviewPageProps {
  readonly frame: Frame;
  /** What is on file. */
  readonly before: Details;
  readonly after: Details;
  readonly changed: readonly DetailName[];
  /** Of what is on file. */
  readonly version: string;
  /** The reader's own address. */
  readonly address: string;
}

/** What changes, before it is saved. */
export function ReviewDetailsPage({ frame, before, after, changed, version, address }: ReviewPageProps) {
  const words = frame.say.account;
  const { review } = words;
  const isOut = !isAddressOf(after, address);
  const hasNewAddress = changed.some((name) => name.toLowerCase().includes('email'));
  return (
    <Confirmation
      frame={frame}
      title={review.title}
      section="account"
      lead={review.lead}
      back="/account"
      action="/account/edit"
      values={{ ...after, shown: JSON.stringify(before), version }}
      button={review.save}
      change={{ action: '/account/review', label: frame.say.quote.review.back }}
    >
      <Facts
        facts={changed.map((name) => ({
          label: words.fields[name],
          value: (
            <>
              {inWords(frame, name, after[name])}
              <small>{review.from(inWords(frame, name, before[name]))}</small>
            </>
          ),
        }))}
      />
      {hasNewAddress && <p class="after">{review.access}</p>}
      {isOut && (
        <p>
          <strong>{review.signsOut(address)}</strong>
        </p>
      )}
    </Confirmation>
  );
}
