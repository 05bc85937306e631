import { expect, test } from 'vitest';
import { neverIn } from '../checks/sometimes.ts';

test('an operation whose answer was never lost is named, and one that nobody asked for is not', () => {
  const counts = new Map([
    ['s3:HeadObjectCommand', 3],
    ['kms:VerifyMacCommand', 2],
    ['answer-lost kms:VerifyMacCommand', 1],
  ]);
  expect(neverIn(counts).filter((key) => key.startsWith('answer-lost '))).toEqual([
    'answer-lost s3:HeadObjectCommand',
  ]);
});
