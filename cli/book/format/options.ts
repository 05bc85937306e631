import { type Command, InvalidArgumentError, Option } from 'commander';
import { columnsByFile } from '../files/columns.ts';
import { printMistakes } from '../values/mistakes.ts';
import { refused } from '../../shell/ending.ts';
import { type DateStyle, dateStyles } from './dates.ts';
import type { BookFormat } from './format.ts';
import { noMapping, readMapping } from './mapping.ts';

/** The options of commands that read a book. */
export interface FormatOptions {
  readonly dates?: DateStyle;
  readonly encoding?: string;
  readonly map?: string;
}

/** Adds the options that say how the files of a book are written. */
export function withFormatOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--dates <style>', 'how dates are written; 2026-01-31 is always accepted')
        .choices([...dateStyles])
        .argParser(readStyle),
    )
    .option(
      '--encoding <name>',
      'the encoding of the files, such as windows-1252; default: UTF-8',
      readEncoding,
    )
    .option(
      '--map <file>',
      'a file with a line "our column = header in the file" for each header that differs',
    );
}

/** How files with these columns are written, by default those of a book; refuses a mapping file with mistakes. */
export function formatOf(
  { dates, encoding, map }: FormatOptions,
  columns: Readonly<Record<string, readonly string[]>> = columnsByFile,
): BookFormat {
  if (map === undefined) return { dates, encoding, mapping: noMapping };
  const mapping = readMapping(map, columns);
  if (mapping.ok) return { dates, encoding, mapping: mapping.value };
  throw refused(`The mapping file ${map} cannot be used. Nothing was done.`, {
    details: printMistakes(mapping.mistakes),
  });
}

function readStyle(text: string): DateStyle {
  const style = dateStyles.find((each) => each === text.toUpperCase());
  if (style !== undefined) return style;
  throw new InvalidArgumentError(`Expected one of ${dateStyles.join(', ')}.`);
}

function readEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new InvalidArgumentError('Expected an encoding such as utf-8, utf-16le or windows-1252.');
  }
}
