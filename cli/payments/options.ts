import type { FormatOptions } from '../book/format/options.ts';

/** The options of `payments import`. */
export interface ImportPaymentsOptions extends FormatOptions {
  readonly currency?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}
