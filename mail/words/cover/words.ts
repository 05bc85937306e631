import type { Plan } from '../../../domain/plan/plan.ts';
import type { Subject } from '../subject.ts';

/** The wording of what a licence is covered for, and how to have cover again. */
export interface CoverWords {
  readonly uncovered: {
    readonly waits: Readonly<Record<Plan['firstTerm']['from'], string>>;
    readonly begins: (from: string) => string;
    readonly ended: (on: string) => string;
  };
  /** Where it is taken up on request, `lapse` has the words. */
  readonly wayBack: {
    readonly order: (of: { invoiceId: string; toPay: string; payBy: string }) => string;
    readonly quote: (of: { quoteId: string; validUntil: string }) => string;
  };
  readonly termStatement: {
    readonly subject: {
      readonly until: (of: Subject & { until: string }) => string;
      readonly endless: (of: Subject) => string;
      readonly uncovered: (of: Subject) => string;
    };
    readonly intro: (of: Subject) => string;
    readonly renews: (of: { until: string; cancelBy: string }) => string;
    readonly ends: (until: string) => string;
    readonly awaitsPayment: (until: string) => string;
    readonly endless: string;
    readonly labels: {
      readonly since: string;
      readonly until: string;
      readonly renews: string;
    };
    readonly yes: string;
    readonly no: string;
  };
}
