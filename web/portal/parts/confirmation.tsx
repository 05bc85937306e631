import type { Child } from 'hono/jsx';
import { Faults, firstOf } from './faults.tsx';
import { ChangeButton, Post } from './form.tsx';
import type { Frame } from './frame.ts';
import { Layout, type Section } from './layout.tsx';
import { Go } from './pieces.tsx';

interface ConfirmationProps {
  readonly frame: Frame;
  readonly title: string;
  readonly section: Section;
  readonly kicker?: string | undefined;
  /** What will happen. */
  readonly lead: string;
  /** Where the reader goes who does not want it. */
  readonly back: string;
  readonly backLabel?: string;
  readonly action: string;
  readonly values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What the button says. */
  readonly button: string;
  /** More of what will happen. */
  readonly children?: Child;
  /** What is to be filled in. */
  readonly fields?: Child;
  /** What is wrong with what was filled in, above all. */
  readonly faults?: Readonly<Record<string, string | undefined>>;
  /** Where what was typed goes back to be changed, and what the button says; `backLabel` is not shown then. */
  readonly change?: { readonly action: string; readonly label: string } | undefined;
}

/** A page that says what will happen, with the button that makes it happen and the way back. */
export function Confirmation({ frame, title, section, kicker, lead, children, ...form }: ConfirmationProps) {
  const {
    back,
    backLabel = frame.say.frame.cancel,
    action,
    values,
    button,
    fields,
    faults = {},
    change,
  } = form;
  return (
    <Layout
      frame={frame}
      title={title}
      section={section}
      kicker={kicker}
      back={{ to: back, label: frame.say.frame.back }}
      hasFaults={firstOf(faults) !== undefined}
    >
      <Faults frame={frame} faults={faults} />
      <p class="lead">{lead}</p>
      {children}
      <Post frame={frame} action={action} {...(values !== undefined && { values })}>
        {fields}
        <p class="do">
          <button class="button" type="submit">
            {button}
          </button>
          {change === undefined ? (
            <Go to={back} second>
              {backLabel}
            </Go>
          ) : (
            <ChangeButton {...change} />
          )}
        </p>
      </Post>
    </Layout>
  );
}
