import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';

/**
 * Adds bytes to a file, all or none: what a full disk has cut off is taken away again, so that the next line begins a line.
 * @param file an open file, or its path
 */
export function appendWhole(file: number | string, bytes: string | Buffer): void {
  const opened = typeof file === 'string' ? openSync(file, 'a') : file;
  const { size } = fstatSync(opened);
  try {
    appendFileSync(opened, bytes);
  } catch (error) {
    ftruncateSync(opened, size);
    throw error;
  } finally {
    if (typeof file === 'string') closeSync(opened);
  }
}
