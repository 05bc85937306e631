import type { Child } from 'hono/jsx';

interface FactsProps {
  /** Label and value; a label without a value is omitted. */
  readonly facts: readonly (readonly [label: string, value: Child | undefined])[];
}

/** What is known about one thing, a line for each label. */
export function Facts({ facts }: FactsProps) {
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  return (
    <dl class="facts">
      {known.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
