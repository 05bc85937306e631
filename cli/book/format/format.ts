import type { DateStyle } from './dates.ts';
import { type Mapping, noMapping } from './mapping.ts';

/** How the files of a book are written, as far as they cannot say it themselves. */
export interface BookFormat {
  /** How dates are written, as well as in ISO form. */
  readonly dates?: DateStyle | undefined;
  /** The encoding by its name in the WHATWG standard; unset for UTF-8, or UTF-16 with a byte order mark. */
  readonly encoding?: string | undefined;
  readonly mapping: Mapping;
}

export const usualFormat: BookFormat = { mapping: noMapping };

/** A folder with the files of a book. */
export interface BookFolder {
  readonly path: string;
  readonly format: BookFormat;
}
