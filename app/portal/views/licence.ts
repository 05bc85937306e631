import type { CivilDate } from '../../../domain/calendar.ts';
import type { BenefitAnswer } from '../../../domain/plan/benefits.ts';
import type { InLanguages } from '../../../domain/plan/language.ts';
import type { Branding } from './branding.ts';
import type { DocumentRow } from './documents.ts';
import type { HistoryEntry } from './history.ts';
import type { LicenceSummary } from './licences.ts';
import type { Rights } from '../reader.ts';

/** What cover entitles to today. */
export interface BenefitView {
  readonly key: string;
  readonly name: InLanguages;
  readonly answer: BenefitAnswer;
  /** The rate's name, where it is charged at one. */
  readonly rate?: InLanguages | undefined;
}

/** What can be done about a licence now; a link or button for anything else would be refused. */
export interface Possible {
  readonly cancelRenewal: boolean;
  readonly resumeRenewal: boolean;
  readonly requestQuote: boolean;
  readonly change: boolean;
  readonly support: boolean;
  readonly updates: boolean;
}

export interface LicenceView extends LicenceSummary {
  readonly customer: { readonly customerId: string; readonly name: string };
  readonly rights: Rights;
  readonly branding: Branding;
  readonly modules: readonly string[];
  readonly purchasedOn?: CivilDate | undefined;
  readonly installedOn?: CivilDate | undefined;
  readonly activatedOn?: CivilDate | undefined;
  /** Whether the software itself may be used. */
  readonly softwareMayBeUsed: boolean;
  readonly benefits: readonly BenefitView[];
  /** Its quotes, invoices and credit notes, the latest first. */
  readonly documents: readonly DocumentRow[];
  /** What concerns the customer of what happened, the latest first. */
  readonly history: readonly HistoryEntry[];
  readonly can: Possible;
}
