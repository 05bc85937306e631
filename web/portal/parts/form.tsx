import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';

/** What a form brings back to show that this page has made it. */
export function Csrf({ frame: { session } }: { readonly frame: Frame }) {
  return session === undefined ? <></> : <input type="hidden" name="csrf" value={session.csrf} />;
}

interface PostProps {
  readonly frame: Frame;
  readonly action: string;
  /** Values that it brings along. */
  readonly values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The id of a form that was sent before and is offered again. */
  readonly requestId?: string | undefined;
  readonly children?: Child;
}

/**
 * A form that changes something: it brings the session's token and an id, so that sending it twice is sending it once. The
 * page itself says what is wrong with it, in the reader's language.
 */
export function Post({ frame, action, values = {}, requestId, children }: PostProps) {
  const id = requestId ?? frame.session?.newRequestId();
  return (
    <form method="post" action={action} novalidate>
      <Csrf frame={frame} />
      {id !== undefined && <input type="hidden" name="requestId" value={id} />}
      <Values values={values} />
      {children}
    </form>
  );
}

/** Leads back from what a form would do to the form, with all that was typed. */
export function ChangeButton({ action, label }: { readonly action: string; readonly label: string }) {
  return (
    <button class="button second" type="submit" formaction={action} name="change" value="yes">
      {label}
    </button>
  );
}

function Values({ values }: { readonly values: NonNullable<PostProps['values']> }) {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    (typeof value === 'object' ? value : [value]).flatMap((each) =>
      each === undefined ? [] : [[name, each]],
    ),
  );
  return (
    <>
      {pairs.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  /** What is wrong with the value that was sent. */
  readonly error?: string | undefined;
  readonly type?: 'text' | 'email';
  /** Several lines. */
  readonly lines?: boolean;
  readonly required?: boolean;
  readonly autocomplete?: string | undefined;
  /** Whether it has the focus when the page is shown: the first field at fault. */
  readonly focus?: boolean | undefined;
}

/** No more of what was sent is put back into a field. */
const mostKept = 20_000;

/**
 * A labelled field, with its hint and what is wrong with it. It takes text of any length: a browser would cut off what is
 * pasted without a word, so the page says what is too long.
 */
export function Field({ name, label, value, hint, error, lines = false, ...rest }: FieldProps) {
  const { type = 'text', required = false, autocomplete, focus = false } = rest;
  const kept = value?.slice(0, mostKept);
  const notes = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  const given = {
    id: name,
    name,
    required,
    dir: 'auto' as const,
    ...(focus && { autofocus: true }),
    ...(autocomplete !== undefined && { autocomplete }),
    ...(notes.length > 0 && { 'aria-describedby': notes.join(' ') }),
    ...(error !== undefined && { 'aria-invalid': 'true' as const }),
  };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span class="error" id={`${name}-error`}>
          {error}
        </span>
      )}
      {lines ? <textarea {...given}>{kept ?? ''}</textarea> : <input type={type} value={kept} {...given} />}
    </div>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly kind: ChoiceProps['kind'];
  readonly legend: string;
  readonly error?: string | undefined;
  readonly narrow?: boolean;
  readonly children?: Child;
}

/** Several choices under one question, and what is wrong with what was chosen. */
export function Choices({ name, kind, legend, error, narrow = false, children }: ChoicesProps) {
  return (
    <fieldset
      id={name}
      tabindex={-1}
      {...(narrow && { class: 'narrow' })}
      {...(kind === 'radio' && { role: 'radiogroup' })}
      {...(error !== undefined && { 'aria-describedby': `${name}-error` })}
      {...(error !== undefined && kind === 'radio' && { 'aria-invalid': 'true' as const })}
    >
      <legend>{legend}</legend>
      {error !== undefined && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly amount?: string | undefined;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Whether it has the focus when the page is shown. */
  readonly focus?: boolean | undefined;
  readonly isAtFault?: boolean | undefined;
}

/** One of several things to choose, as large as a finger needs. */
export function Choice({ kind, name, value, label, detail, amount, ...state }: ChoiceProps) {
  const { checked = false, disabled = false, focus = false, isAtFault = false } = state;
  return (
    <label class="choice">
      <input
        type={kind}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        required={kind === 'radio'}
        {...(focus && { autofocus: true })}
        {...(isAtFault && kind === 'checkbox' && { 'aria-invalid': 'true' as const })}
      />
      <span>
        {label}
        {detail !== undefined && <small>{detail}</small>}
      </span>
      {amount !== undefined && <span class="amount">{amount}</span>}
    </label>
  );
}
