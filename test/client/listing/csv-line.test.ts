import { expect, test } from 'vitest';
import { csvLine } from '../../../client/listing/csv-line.ts';

test.each([
  [['SN-1', 552, undefined, ''], 'SN-1,552,,'],
  [['Roe, Jane', 'the "best"', 'two\nlines'], '"Roe, Jane","the ""best""","two\nlines"'],
  [['-552.00', '-7', '+49 30 1'], "-552.00,-7,'+49 30 1"],
  [['=1+2', '@me', '-x', '-1.2.3'], "'=1+2,'@me,'-x,'-1.2.3"],
])('%j is %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
