import { randomUUID } from 'node:crypto';
import type { PropsWithChildren } from 'hono/jsx';
import type { ConsoleContext } from '../context.ts';
import { PostForm } from './post-form.tsx';

interface ConfirmFormProps {
  readonly c: ConsoleContext;
  /** Path that the form is posted to. */
  readonly action: string;
  /** What the button says: a verb, such as `Send the invoice again`. */
  readonly label: string;
  /** Whether it cannot be undone. */
  readonly isDangerous?: boolean;
}

/**
 * A form that changes something. It has the console's token against forgery, and an id of its own: a form that is sent
 * twice is carried out once. `children` are its fields, and say what will happen.
 */
export function ConfirmForm({
  c,
  action,
  label,
  isDangerous,
  children,
}: PropsWithChildren<ConfirmFormProps>) {
  return (
    <PostForm c={c} class="confirm" action={action}>
      <input type="hidden" name="requestId" value={randomUUID()} />
      {children}
      <p class="buttons">
        <button type="submit" class={isDangerous === true ? 'danger' : 'primary'}>
          {label}
        </button>
      </p>
    </PostForm>
  );
}
