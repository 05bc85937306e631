import type { LicenceRecord } from '../../../client/explaining/licence-record.ts';
import type { About } from './actions/action.ts';

/** What the actions of a licence are made from. */
export function aboutRecord(record: LicenceRecord, now: string): About {
  const { plan, licence, journal, today, numbers, versions } = record;
  return { plan, licence, journal, today, now, numbers, versions };
}
