import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, in this order: at the end it would run alone, and the other worker have nothing to do. */
const longest = [
  'test/weather/suite/seeds',
  'test/acceptance/books/',
  'test/acceptance/',
  'test/checks/',
  'test/lib/app.test',
];

/** Puts the files first that take longest. Without the times of earlier runs Vitest goes by the size of files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.findIndex((part) => moduleId.includes(part));
  return rank < 0 ? longest.length : rank;
}
