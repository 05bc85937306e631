import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rooms, sourcesHash } from '../../../cli/assembly/sources-hash.ts';
import { root } from '../../support/docs/documents.ts';

/** A checkout with a file in each room; gives the function that writes a file into it, and its hash. */
function checkout() {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-checkout-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    return sourcesHash(folder);
  };
  for (const room of rooms) mkdirSync(join(folder, room));
  return write;
}

test('the hash changes with every source', () => {
  const write = checkout();
  const hashes = [
    write('plans/tea-club.ts', 'a'),
    write('plans/tea-club.ts', 'b'),
    write('documents/fonts/files/one.ttf', ''),
    write('perennial.config.ts', ''),
    write('package-lock.json', '{}'),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('the hash stays the same whatever commands write into the checkout, so that nothing is synthesised again', () => {
  const write = checkout();
  const before = write('plans/tea-club.ts', 'a');
  expect(write('results/meter.json', '{}')).toBe(before);
  expect(write('results/mail/1.html', '<p>')).toBe(before);
  expect(write('report.json', '{}')).toBe(before);
});

test('every room that docs/README.md lists is hashed, and every folder of sources', () => {
  const table = readFileSync(join(root, 'docs/README.md'), 'utf8').matchAll(
    /^\| ((?:`[a-z]+\/`(?:, )?)+) \|/gm,
  );
  const listed = [...table].flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z]+)\/`/g)]);
  const names = listed.map(([, name = '']) => name).filter((name) => name !== 'test');
  expect([...rooms]).toEqual(names.sort());
  const outside = ['bench', 'dist', 'docs', 'node_modules', 'samples', 'test'];
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const withSources = folders
    .map(({ name }) => name)
    .filter(
      (name) => !outside.includes(name) && readdirSync(join(root, name)).some((file) => file.endsWith('.ts')),
    );
  expect(rooms).toEqual(expect.arrayContaining(withSources));
});
