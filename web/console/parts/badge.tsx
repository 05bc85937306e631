import type { PropsWithChildren } from 'hono/jsx';

/** What a state means for whoever looks at it: nothing to do, to be looked at, wrong, or over. */
export type Tone = 'good' | 'attention' | 'bad' | 'quiet' | 'info';

/** A state in one or two words; its colour is never the only sign. */
export function Badge({ tone, children }: PropsWithChildren<{ readonly tone: Tone }>) {
  return <span class={`badge ${tone}`}>{children}</span>;
}
