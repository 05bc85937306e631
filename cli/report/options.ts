import type { CivilDate } from '../../domain/calendar.ts';
import type { ListingOptions } from '../shell/listing.ts';

/** What a report is asked for. */
export interface ReportOptions extends ListingOptions {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly plan?: string;
  readonly picture?: string;
}

export type ReportName = 'renewals' | 'receivables' | 'revenue';
