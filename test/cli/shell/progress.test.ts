import { expect, test } from 'vitest';
import { progressOn } from '../../../cli/shell/progress.ts';
import { keptOutput } from '../../support/cli/streams.ts';

const byMonth = (day: string) => day.slice(0, 7);

test('if the output is no terminal, a line is printed for each month', () => {
  const { err, output } = keptOutput();
  const progress = progressOn(output, byMonth);
  progress.advance(1, 3, '2026-01-30');
  progress.advance(2, 3, '2026-01-31');
  progress.advance(3, 3, '2026-02-01');
  progress.end();
  expect(err.text).toBe('2026-01 (1 of 3)\n2026-02 (3 of 3)\n');
});

test('on a terminal, one line is redrawn, never wraps, and is gone in the end', () => {
  const { out, err, output } = keptOutput({ columns: 40 });
  const progress = progressOn(output, byMonth);
  progress.advance(1, 2, '2026-01-30');
  progress.advance(2, 2, '2026-01-31');
  progress.end();
  expect(err.text.split('\r').slice(1)).toEqual([
    `[${'#'.repeat(15)}${'-'.repeat(15)}] 2026-0\u001b[K`,
    `[${'#'.repeat(30)}] 2026-0\u001b[K`,
    '\u001b[K',
  ]);
  expect(out.text).toBe('');
});
