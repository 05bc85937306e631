import type { CivilDate } from '../../../domain/calendar.ts';

interface OnLicence {
  readonly licenceId: string;
}

interface OnTicket extends OnLicence {
  readonly ticketId: string;
}

/** What an action did, by its name: ids, numbers and days only. */
export interface Did {
  /** `invoices`: numbers of those that came of it; several where licences must not share one. */
  readonly 'accept-quote': { readonly licenceIds: readonly string[]; readonly invoices: readonly string[] };
  readonly 'decline-quote': { readonly licenceIds: readonly string[] };
  readonly 'accept-change': OnLicence & { readonly invoice?: string | undefined };
  /** The number of the quote that was issued, or sent again. */
  readonly 'request-quote': OnLicence & { readonly quote: string; readonly isSentAgain: boolean };
  readonly 'cancel-renewal': OnLicence & { readonly endsOn: CivilDate };
  readonly 'resume-renewal': OnLicence;
  /** The number of the quote; unset where the change is made. */
  readonly 'request-change': OnLicence & { readonly quote?: string | undefined };
  readonly 'add-modules': OnLicence & { readonly invoice?: string | undefined };
  /** `declined`: support was declined for want of cover; `quote` is the one for taking it up again. */
  readonly 'open-ticket': OnLicence &
    (
      | { readonly ticketId: string; readonly invoice?: string | undefined }
      | { readonly declined: true; readonly quote?: string | undefined }
    );
  readonly 'close-ticket': OnTicket;
  readonly 'grant-access': OnTicket;
  readonly 'revoke-access': OnTicket;
  /** The password itself is in the view of updates, and mailed. */
  readonly 'request-password': OnLicence & { readonly version: string; readonly isGiven: boolean };
  readonly 'leave-announcements': OnLicence;
  readonly 'join-announcements': OnLicence;
  readonly 'stop-mails': { readonly licenceIds: readonly string[] };
  readonly 'resume-mails': { readonly licenceIds: readonly string[] };
  readonly 'stop-copies': { readonly customerId: string };
  readonly 'resume-copies': { readonly customerId: string };
  /** The fields that changed. */
  readonly 'edit-details': { readonly customerId: string; readonly fields: readonly string[] };
}
