import type { PropsWithChildren } from 'hono/jsx';

interface NoticeProps {
  readonly kind: 'info' | 'done' | 'warning' | 'error';
}

/** A sentence or two that the reader must not miss. */
export function Notice({ kind, children }: PropsWithChildren<NoticeProps>) {
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
