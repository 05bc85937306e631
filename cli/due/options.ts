import type { CivilDate } from '../../domain/calendar.ts';
import type { ListingOptions } from '../shell/listing.ts';

/** What `due` is asked for. */
export interface DueOptions extends ListingOptions {
  readonly on?: CivilDate;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly plan?: string;
  readonly customer?: string;
}
