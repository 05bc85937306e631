import type { ContentOf } from '../../content/content.ts';
import type { Subject } from '../subject.ts';

/** The wording of the mails about support. */
export interface SupportWords {
  readonly ticket: {
    readonly subject: (of: Subject & { ticketId: string; on: string }) => string;
    readonly intro: (of: Subject & { ticketId: string }) => string;
    readonly terms: {
      readonly freeByCover: string;
      readonly free: string;
      readonly charged: (rate: string) => string;
      readonly emergency: (total: string) => string;
    };
    readonly price: string;
    readonly emergencySupport: string;
    readonly notRefundable: string;
    readonly fix: {
      readonly hotfix: (version: string) => string;
      readonly update: (version: string) => string;
    };
    readonly remoteAccess: string;
    readonly labels: {
      readonly ticket: string;
      readonly openedAt: string;
      readonly firstResponseBy: string;
    };
  };
  readonly supportDeclined: {
    readonly subject: (of: Subject) => string;
    readonly intro: {
      readonly standard: (of: Subject & { askedAt: string }) => string;
      readonly emergency: (of: Subject & { askedAt: string }) => string;
    };
    readonly needsCover: string;
    readonly notGiven: string;
    readonly instead: (benefit: string) => string;
  };
  readonly remoteAccess: Readonly<
    Record<
      ContentOf<'remote-access'>['happened'],
      {
        readonly subject: (of: Subject & { ticketId: string; on: string }) => string;
        readonly text: (of: Subject & { ticketId: string; on: string }) => string;
        readonly next: string;
      }
    >
  >;
}
