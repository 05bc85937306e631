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

/** A form that changes something: it brings the session's token and an id, so that sending it twice is sending it once. */
export function Post({ frame, action, values = {}, requestId, children }: PostProps) {
  const id = requestId ?? frame.session?.newRequestId();
  return (
    <form method="post" action={action}>
      <Csrf frame={frame} />
      {id !== undefined && <input type="hidden" name="requestId" value={id} />}
      <Values values={values} />
      {children}
    </form>
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
  readonly most?: number | undefined;
}

/** A labelled field, with its hint and what is wrong with it. */
export function Field({ name, label, value, hint, error, lines = false, ...rest }: FieldProps) {
  const { type = 'text', required = false, autocomplete, most } = rest;
  const notes = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  const given = {
    id: name,
    name,
    required,
    ...(autocomplete !== undefined && { autocomplete }),
    ...(most !== undefined && { maxlength: most }),
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
      {lines ? <textarea {...given}>{value ?? ''}</textarea> : <input type={type} value={value} {...given} />}
    </div>
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
}

/** One of several things to choose, as large as a finger needs. */
export function Choice({ kind, name, value, label, detail, amount, ...state }: ChoiceProps) {
  const { checked = false, disabled = false } = state;
  return (
    <label class="choice">
      <input
        type={kind}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        required={kind === 'radio'}
      />
      <span>
        {label}
        {detail !== undefined && <small>{detail}</small>}
      </span>
      {amount !== undefined && <span class="amount">{amount}</span>}
    </label>
  );
}
