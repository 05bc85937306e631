import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { Allocation } from '../../domain/payments/incoming.ts';
import { dayIn, earlierOf } from '../../domain/calendar.ts';
import { numbersIn } from '../../adapters/dynamodb/documents/document-number.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { KeptPayment } from './kept-payments.ts';

/** A part of a payment, and what booking it will do. */
export interface PlannedPart {
  readonly allocation: Allocation;
  /** The printed number of the invoice that it is to pay, where it names one. */
  readonly number?: string | undefined;
  /** The printed numbers of the licence's documents by their ids. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Unset for a part beyond the first ones, and for a document that licences share: it is not tried out. */
  readonly planned?: AnswerOf<'command'> | undefined;
}

/** So many parts are tried out: two requests to the tables each. */
const mostTried = 3;

/** What booking the parts of a payment will do, tried out by the operator function. Throws `Refusal` where that refuses. */
export async function plannedParts(
  deployment: Deployment,
  { payment }: KeptPayment,
  allocations: readonly Allocation[],
  now: string,
): Promise<readonly PlannedPart[]> {
  return Promise.all(
    allocations.map(async (allocation, index): Promise<PlannedPart> => {
      const { licenceId, amount, invoiceId: document } = allocation;
      const history = index < mostTried ? await deployment.history(licenceId) : undefined;
      if (history === undefined) return { allocation, numbers: new Map() };
      const numbers = new Map(Object.entries(numbersIn(history.documents)));
      const { plan } = await deployment.licence(licenceId);
      const received = earlierOf(payment.received, dayIn(plan.timeZone, now));
      const command = { activity: 'payment', amount, received, document } as const;
      const planned = await deployment.operator.command({ licenceId, command, dryRun: true });
      return { allocation, number: document && numbers.get(document), numbers, planned };
    }),
  );
}
