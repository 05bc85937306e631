import type { CivilDate } from '../../../domain/calendar.ts';
import type { Branding } from './branding.ts';
import type { LicenceSummary } from './licences.ts';
import type { Rights } from '../reader.ts';

export interface UpdateView {
  readonly version: string;
  readonly publishedOn: CivilDate;
  /** The password of this licence, where it was asked for and given. A partner never sees one. */
  readonly password?: string | undefined;
}

/** The updates of a licence's product. */
export interface UpdatesView {
  readonly licence: LicenceSummary;
  readonly rights: Rights;
  readonly branding: Branding;
  /** The latest first. */
  readonly updates: readonly UpdateView[];
  /** Whether a password that is asked for now is given. */
  readonly isEntitled: boolean;
  /** Set while the customer is off the announcement list. */
  readonly leftAnnouncementsOn?: CivilDate | undefined;
}
