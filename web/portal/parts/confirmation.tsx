import type { Child } from 'hono/jsx';
import { Post } from './form.tsx';
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
}

/** A page that says what will happen, with the button that makes it happen and the way back. */
export function Confirmation({ frame, title, section, kicker, lead, children, ...form }: ConfirmationProps) {
  const { back, backLabel = frame.say.frame.cancel, action, values, button, fields } = form;
  return (
    <Layout
      frame={frame}
      title={title}
      section={section}
      kicker={kicker}
      back={{ to: back, label: frame.say.frame.back }}
    >
      <p class="lead">{lead}</p>
      {children}
      <Post frame={frame} action={action} {...(values !== undefined && { values })}>
        {fields}
        <p class="do">
          <button class="button" type="submit">
            {button}
          </button>
          <Go to={back} second>
            {backLabel}
          </Go>
        </p>
      </Post>
    </Layout>
  );
}
