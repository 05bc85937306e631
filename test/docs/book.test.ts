import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookActivities } from '../../cli/book/details/activity-detail.ts';
import { bookFiles } from '../../cli/book/files/columns.ts';
import { dateStyles } from '../../cli/book/format/dates.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/book.md'), 'utf8');

function sectionOf(heading: string): string {
  return text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

describe('docs/book.md', () => {
  test.each(Object.entries(bookFiles))('lists the columns of %s, and which are needed', (file, columns) => {
    const rows = [...sectionOf(file).matchAll(/^\| `(\w+)` \| (yes )?\| \S/gm)];
    expect(rows.map(([, column]) => column)).toEqual(columns.names);
    expect(rows.filter(([, , needed]) => needed !== undefined).map(([, column]) => column)).toEqual(
      columns.needed,
    );
  });

  test('lists every activity', () => {
    const [, table = ''] = sectionOf('activity.csv').split('| activity | detail |');
    expect([...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, activity]) => activity)).toEqual(
      bookActivities,
    );
  });

  test('lists every way of writing dates', () => {
    for (const style of dateStyles) expect(text).toContain(`\`${style}\``);
  });
});
