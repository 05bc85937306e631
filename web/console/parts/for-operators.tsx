import { createContext, type PropsWithChildren, useContext } from 'hono/jsx';
import type { ConsoleContext } from '../context.ts';

/** Whether who looks at the page may act. On the operator's own machine, IAM decides. */
export function mayAct(c: ConsoleContext): boolean {
  return c.var.visitor?.role !== 'reader';
}

/** What the frame of the page knows of that. */
export const MayAct = createContext(false);

/** What leads to an action: readers of the deployed console do not see it. */
export function ForOperators({ children }: PropsWithChildren) {
  return useContext(MayAct) ? <>{children}</> : null;
}
