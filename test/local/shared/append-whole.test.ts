import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../support/local/assembly.ts';

const appendWhole = join(import.meta.dirname, '../../../local/shared/append-whole.ts');

test('of a line that the disk does not take whole nothing stays, and the next one begins a line', () => {
  const file = join(tempFolder(), 'lines.jsonl');
  const script = `
    import { appendWhole } from ${JSON.stringify(appendWhole)};
    const file = ${JSON.stringify(file)};
    for (const line of ['first', 'x'.repeat(1_000_000), 'last'])
      try { appendWhole(file, line + '\\n'); } catch (error) { console.log(error.code); }`;
  // A limit of the shell stands for a full disk: it, too, takes a part of the line.
  const limited = 'ulimit -f 100; exec "$0" --input-type=module -e "$1"';
  const { stdout } = spawnSync('sh', ['-c', limited, process.execPath, script], { encoding: 'utf8' });
  expect(stdout).toBe('EFBIG\n');
  expect(readFileSync(file, 'utf8')).toBe('first\nlast\n');
});
