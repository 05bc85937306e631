import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Checked, Mistake } from '../values/mistakes.ts';

/** How the text of a file can be read. */
export interface TextFile {
  readonly path: string;
  readonly bytes: number;
  readonly encoding: string;
  /** False where some of its bytes are none of the encoding. */
  readonly isSound: boolean;
}

const byteOrderMarks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads a file through once: as the encoding that its byte order mark says, or `stated`, or UTF-8. `file` is its name
 * within the book.
 */
export async function inspect(file: string, path: string, stated?: string): Promise<Checked<TextFile>> {
  let bytes = 0;
  let encoding = stated ?? 'utf-8';
  let decoder = new TextDecoder(encoding, { fatal: true });
  let hasZeros = false;
  let isSound = true;
  try {
    for await (const part of partsOf(path)) {
      if (bytes === 0) {
        encoding = markedEncoding(part) ?? encoding;
        decoder = new TextDecoder(encoding, { fatal: true });
      }
      bytes += part.length;
      hasZeros ||= part.includes(0);
      isSound &&= decodes(decoder, part);
    }
  } catch (error) {
    return refuse({ file, found: unreadable(path, error), expected: 'a CSV file' });
  }
  if (hasZeros && !encoding.startsWith('utf-16')) {
    const found = 'zero bytes, as UTF-16 without a byte order mark has';
    return refuse({ file, found, expected: 'text in UTF-8, or its encoding stated: --encoding utf-16le' });
  }
  return { ok: true, value: { path, bytes, encoding, isSound: isSound && decodes(decoder) } };
}

/** The text of a file part by part, each line break as one LF. `read` is called with the bytes read so far. */
export async function* textOf(
  { path, encoding }: TextFile,
  read: (bytes: number) => void,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  let held = '';
  for await (const part of partsOf(path)) {
    const text = held + decoder.decode(part, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(text.slice(0, text.length - held.length));
    read((bytes += part.length));
  }
  yield withLineFeeds(held + decoder.decode());
}

function refuse(mistake: Mistake): Checked<TextFile> {
  return { ok: false, mistakes: [mistake] };
}

function unreadable(path: string, error: unknown): string {
  if (!(error instanceof Error)) return `a file that cannot be read (${String(error)})`;
  return 'code' in error && error.code === 'ENOENT'
    ? `no such file in ${dirname(path)}`
    : `a file that cannot be read (${error.message})`;
}

function markedEncoding(start: Buffer): string | undefined {
  return byteOrderMarks.find(([, mark]) => mark.every((byte, index) => start[index] === byte))?.[0];
}

/** Whether the bytes so far are of the encoding; without a part, whether they end as such. */
function decodes(decoder: TextDecoder, part?: Buffer): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}

function partsOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path);
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
