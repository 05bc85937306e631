import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsByFile } from '../book/files/columns.ts';
import { refused } from '../shell/ending.ts';
import type { Output } from '../shell/output.ts';

/** Writes an empty book: each file with its header row. Refuses to replace a file. */
export function writeTemplate(output: Output, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [file, columns] of Object.entries(columnsByFile)) {
      writeFileSync(join(folder, file), `${columns.join(',')}\r\n`, { flag: 'wx' });
      output.print(join(folder, file));
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(`--template: The book cannot be written to ${folder} (${why}). Name a new folder.`, {
      cause: error,
    });
  }
}
