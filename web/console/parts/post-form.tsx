import type { PropsWithChildren } from 'hono/jsx';
import type { ConsoleContext } from '../context.ts';
import { mayAct } from './for-operators.tsx';
import { Notice } from './notice.tsx';

interface PostFormProps {
  readonly c: ConsoleContext;
  /** Path that the form is posted to. */
  readonly action: string;
  readonly class?: string;
}

/** A form that acts, with the console's token against forgery. A reader sees why there is none. */
export function PostForm({ c, action, class: className, children }: PropsWithChildren<PostFormProps>) {
  if (!mayAct(c))
    return (
      <Notice kind="info">
        You have the role reader. To do this, ask the administrator of the console for the role operator.
      </Notice>
    );
  return (
    <form class={className} method="post" action={action}>
      <input type="hidden" name="csrf" value={c.var.csrf} />
      {children}
    </form>
  );
}
