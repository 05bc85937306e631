import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import type { BookFormat } from '../../book/format/format.ts';
import { printMistakes } from '../../book/values/mistakes.ts';
import { refused } from '../../shell/ending.ts';
import { readCamt } from './camt.ts';
import { type CurrencyOf, readPaymentsCsv } from './csv.ts';
import type { Statement } from './statement.ts';
import { XmlProblem } from './xml.ts';

/** More than the statements of a year of a large vendor. */
const mostBytes = 64 * 1024 * 1024;

/** Reads a file of a bank: a statement in CAMT.053, or a CSV file. Refuses one with mistakes. */
export async function readStatement(
  path: string,
  format: BookFormat,
  currencyOf: CurrencyOf,
): Promise<Statement> {
  const file = basename(path);
  const { size } = await stat(path).catch((error: unknown) => {
    throw refused(`The file ${path} cannot be read. Nothing was done.`, { cause: error });
  });
  if (size > mostBytes)
    throw refused(`The file ${path} has ${size} bytes; at most ${mostBytes} are read. Split it.`);
  const bytes = await readFile(path);
  if (isXml(bytes)) return readCamtFile(file, bytes);
  const read = await readPaymentsCsv(path, format, currencyOf);
  if (read.ok) return read.value;
  throw refused(`The file ${path} cannot be used. Nothing was done.`, {
    details: printMistakes(read.mistakes),
  });
}

function isXml(bytes: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(bytes.subarray(0, 200).toString('latin1'));
}

function readCamtFile(file: string, bytes: Buffer): Statement {
  try {
    return readCamt([decoded(bytes)]);
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    throw refused(`${file}: ${error.message}. Nothing was done.`, { cause: error });
  }
}

/** The text of an XML file in the encoding that it states; UTF-8 where it states none. */
function decoded(bytes: Buffer): string {
  const start = bytes.subarray(0, 200).toString('latin1');
  const encoding = /^[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new XmlProblem(`it is not written in ${encoding}, the encoding that it states`, { cause: error });
  }
}
