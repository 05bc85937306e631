import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planById } from '../../plans/index.ts';

interface Row {
  readonly planId: string;
  readonly fact: string;
  readonly key: string;
  readonly file: string;
  readonly test: string;
}

const page = readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8');

const rows: readonly Row[] = page
  .split(/^## `plans\/(?=.*\.ts`$)/m)
  .slice(1)
  .flatMap((chapter) => {
    const planId = chapter.slice(0, chapter.indexOf('.ts`'));
    const cells = [...chapter.matchAll(/^\| (?!fact )(.+?) \| `(.+?)` \| `(.+?)` \| (.+?) \|$/gm)];
    return cells.map(([, fact = '', key = '', file = '', test = '']) => ({ planId, fact, key, file, test }));
  });

it('the page of facts has all five plans, and a test for each line', () => {
  expect(new Set(rows.map(({ planId }) => planId)).size).toBe(5);
  const lines = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| fact '));
  expect(rows).toHaveLength(lines.length);
});

it.each(rows)('$planId: $fact', ({ planId, key, file, test }) => {
  expect(valueAt(planById(planId), key.split('.'))).not.toBeUndefined();
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(source.includes(`'${test}',`), `${file} has no test “${test}”`).toBe(true);
});

/** What a plan has under a key; a benefit is found by its own. */
function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (Array.isArray(value))
    return valueAt(
      value.find((benefit: { key: string }) => benefit.key === key),
      rest,
    );
  return valueAt((value as Record<string, unknown> | undefined)?.[key], rest);
}
