import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';
import { Go } from './pieces.tsx';

interface ProblemProps {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  /** Where to go on; the reader's start page if left out. */
  readonly to?: { readonly path: string; readonly label: string } | undefined;
  readonly children?: Child;
}

/** A page that says what is wrong, and where to go on. */
export function Problem({ frame, title, lead, to, children }: ProblemProps) {
  const { path, label } = to ?? { path: '/licences', label: frame.say.problems.home };
  return (
    <Layout frame={frame} title={title}>
      <p class="lead">{lead}</p>
      {children}
      <p class="do">
        <Go to={path}>{label}</Go>
      </p>
    </Layout>
  );
}
