import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that shows that a folder holds the data of an embedded cloud, and in which form. */
const marker = 'embedded-cloud.json';

/** Counts up when data of before cannot be read any more. */
const form = JSON.stringify({ form: 3 });

/**
 * Makes the folder of a cloud's data, or takes one that an embedded cloud has made. Only its owner may look into it.
 * @throws Error for a folder that cannot be written, or that holds anything else, with the remedy
 */
export function provideDataFolder(folder: string): void {
  const entries = entriesOf(folder);
  const isMarked = entries.includes(marker) && formIn(folder) === form;
  if (entries.length > 0 && !isMarked) {
    const [first] = entries;
    throw new Error(
      `${folder} has ${first}, but no data of this version of the embedded cloud. Name another, or delete what is in it.`,
    );
  }
  try {
    chmodSync(folder, 0o700);
    if (!isMarked) writeFileSync(join(folder, marker), form, { mode: 0o600 });
  } catch (error) {
    throw unusable(folder, error);
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readdirSync(folder);
  } catch (error) {
    throw unusable(folder, error);
  }
}

function formIn(folder: string): string {
  let text: string;
  try {
    text = readFileSync(join(folder, marker), 'utf8');
  } catch (error) {
    throw unusable(folder, error);
  }
  if (isJson(text)) return text;
  throw new Error(
    `${join(folder, marker)} is damaged: if this version of the embedded cloud has made the data, write ${form} into it; otherwise name another folder.`,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unusable(folder: string, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`${folder} is not a folder that can be written. Name another. (${why})`, { cause: error });
}
