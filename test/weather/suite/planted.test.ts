import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plantedFaults } from '../planted/faults.ts';
import { patched } from '../runner/patch.ts';
import { weather } from './support.ts';

const root = path.resolve(import.meta.dirname, '../../..');

test.each(plantedFaults)('$name: its patches fit the application as it is', ({ patches }) => {
  const texts = new Map<string, string>();
  for (const patch of patches) {
    const before = texts.get(patch.file) ?? readFileSync(path.join(root, patch.file), 'utf8');
    texts.set(patch.file, patched(before, patch));
  }
  for (const [file, text] of texts) expect(text).not.toBe(readFileSync(path.join(root, file), 'utf8'));
});

test('a planted fault is found, and its history is made short', async () => {
  const { printed, status } = await weather([
    '--planted',
    '--only',
    'a retry added to the send',
    '--seeds',
    '100',
  ]);
  expect(printed).toMatch(
    /a retry added to the send: found within \d+ seeds: .*(went out \d times|was sent more than once)/,
  );
  const history = printed.split('\n').filter((line) => line.startsWith('    20'));
  // Of some two hundred faults and doings of its seed.
  expect(history.length).toBeGreaterThan(0);
  expect(history.length).toBeLessThan(25);
  expect(status).toBe(0);
}, 600_000);
