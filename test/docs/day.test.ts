import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/docs/documents.ts';

const page = readFileSync(join(root, 'docs/day-of-a-licence.md'), 'utf8');
const [day = '', command = ''] = page
  .slice(page.indexOf('## Which files to open'))
  .split('One command of an operator');

/** The files of a numbered list, in its order. */
function filesIn(part: string): readonly string[] {
  return [...part.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const specifiers = [...source.matchAll(/from '(\.[^']+)'/g)].map(([, specifier = '']) => specifier);
  return specifiers.map((specifier) => normalize(join(dirname(file), specifier)));
}

describe.each([
  { walk: 'one licence through one day', files: filesIn(day), most: 30 },
  { walk: 'one command of an operator', files: filesIn(command), most: 12 },
])('the files to open for $walk', ({ files, most }) => {
  test(`are at most ${most}`, () => {
    expect(files.length).toBeGreaterThan(most / 2);
    expect(files.length).toBeLessThanOrEqual(most);
  });

  test('follow from one another: each is an entry point or imported by an earlier one', () => {
    const isEntry = (file: string) => /^(lib|lambdas|cli)\//.test(file);
    const unreachable = files.filter(
      (file, index) =>
        !isEntry(file) && !files.slice(0, index).some((each) => importsOf(each).includes(file)),
    );
    expect(unreachable).toEqual([]);
  });
});
