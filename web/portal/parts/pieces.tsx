import type { Child } from 'hono/jsx';

interface Fact {
  readonly label: string;
  readonly value: Child;
}

/** Labels with their values. */
export function Facts({ facts }: { readonly facts: readonly (Fact | undefined)[] }) {
  return (
    <dl class="facts">
      {facts
        .filter((fact) => fact !== undefined)
        .map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export type Tone = 'good' | 'warn' | 'bad' | 'calm';

/** A state in a word or two. */
export function State({ tone, children }: { readonly tone: Tone; readonly children?: Child }) {
  return <span class={tone === 'calm' ? 'state' : `state ${tone}`}>{children}</span>;
}

/** What the reader is to know before all else: what has just happened, or what is wrong. */
export function Note({
  tone,
  children,
}: {
  readonly tone: Exclude<Tone, 'calm'>;
  readonly children?: Child;
}) {
  return (
    <div class={`note ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

interface RowProps {
  readonly to?: string | undefined;
  readonly title: string;
  readonly detail?: Child;
  readonly side?: Child;
}

/** A line of a list, which leads to a page where it has one. */
export function Row({ to, title, detail, side }: RowProps) {
  const content = (
    <>
      <span>
        <strong>{title}</strong>
        {detail !== undefined && <small>{detail}</small>}
      </span>
      {side !== undefined && <span class="side amount">{side}</span>}
    </>
  );
  return (
    <li>
      {to === undefined ? (
        <div class="row">{content}</div>
      ) : (
        <a class="row" href={to}>
          {content}
        </a>
      )}
    </li>
  );
}

/** A link that looks like a button: the one filled button of a page is its next step. */
export function Go({
  to,
  second = false,
  children,
}: {
  readonly to: string;
  readonly second?: boolean;
  readonly children?: Child;
}) {
  return (
    <a class={second ? 'button second' : 'button'} href={to}>
      {children}
    </a>
  );
}
