import { isDeepStrictEqual } from 'node:util';
import { paymentFrom } from '../../../adapters/dynamodb/payments/payment-item.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { withoutPersonalText } from '../../../domain/customer/erase.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Asked } from '../people/operator.ts';
import type { SaidPayment } from '../people/payment-system.ts';
import { isErased, type LicenceHistory } from './history.ts';
import type { Judged, Rules } from './rule.ts';

/** What the outside was told is what the journal has. */
export const requestRules: Rules = {
  'an operator is answered the same, and by the journal': (history, { asked }) =>
    asked.flatMap((one) => commandProblems(history, one)),
  'a payment that was said is recorded, or turned away with a reason': ({ licenceId, events }, judged) =>
    judged.said.flatMap((said) => {
      const { paymentId, amounts } = said;
      if (said.licenceId !== licenceId || said.document !== undefined) return [];
      const recorded = events.flatMap(({ event }) =>
        event.type === 'PaymentRecorded' && event.paymentId === paymentId ? [event.amount.amount] : [],
      );
      if (recorded.length === 0) {
        return wasTurnedAway(judged, said) ? [] : [`payment ${paymentId} was said and is nowhere`];
      }
      return recorded.some((amount) => !amounts.includes(amount))
        ? [`payment ${paymentId} was said as ${amounts.join(' or ')} and recorded as ${recorded.join(', ')}`]
        : [];
    }),
};

/** Payments of the bank of which more or less is recorded than operators have booked. */
export function keptPaymentProblems({ deployment, histories }: Judged): readonly string[] {
  const recorded = recordedIn(histories);
  return [...deployment.table(outputs.paymentsTable).all()].map(paymentFrom).flatMap((kept) => {
    const { paymentId, amount } = kept.payment;
    const parts = kept.allocations.reduce((sum, part) => sum + part.amount.amount, 0);
    const booked = kept.state === 'booked' ? amount.amount : parts;
    const sum = recorded.get(paymentId) ?? 0;
    const isUnfinished = kept.state === 'booking' && sum <= booked;
    if (sum === booked || isUnfinished || !paymentId.startsWith('BANK-')) return [];
    return [`payment ${paymentId} is ${kept.state} with ${booked}, and ${sum} of it is recorded`];
  });
}

/** Payments of invoices that licences share which are not recorded in full, in parts, and not turned away either. */
export function sharedPaymentProblems(judged: Judged): readonly string[] {
  const recorded = recordedIn(judged.histories);
  return judged.said.flatMap((said) => {
    const { paymentId, document, amounts } = said;
    const sum = recorded.get(paymentId) ?? 0;
    if (document === undefined || amounts.includes(sum) || wasTurnedAway(judged, said)) return [];
    return [`payment ${paymentId} of ${document} was said as ${amounts.join(' or ')} and recorded as ${sum}`];
  });
}

/** How much is recorded of each payment over all licences, by its id: parts of one have it with a number behind it. */
function recordedIn(histories: readonly LicenceHistory[]): ReadonlyMap<string, number> {
  const recorded = new Map<string, number>();
  for (const { event } of histories.flatMap(({ events }) => events)) {
    if (event.type !== 'PaymentRecorded' || event.paymentId === undefined) continue;
    const paymentId = event.paymentId.replace(/\/\d+$/, '');
    recorded.set(paymentId, (recorded.get(paymentId) ?? 0) + event.amount.amount);
  }
  return recorded;
}

function commandProblems(history: LicenceHistory, { operation, answers }: Asked): readonly string[] {
  const { licenceId, events } = history;
  if (operation.kind !== 'command' || operation.licenceId !== licenceId) return [];
  const done = answers.flatMap(({ outcome, answer }) =>
    outcome === 'done' ? [answer as { readonly outcome: string; readonly events: readonly Event[] }] : [],
  );
  const [first] = done;
  if (first === undefined) return [];
  const kept = (event: Event) => (isErased(history) ? withoutPersonalText(event) : event);
  const journal = events.map(({ event }) => event);
  const missing = first.events.filter((event) => {
    return !journal.some((each) => isDeepStrictEqual(each, event) || isDeepStrictEqual(each, kept(event)));
  });
  const others = done.filter(({ outcome, events: told }) => {
    return outcome !== first.outcome || !isDeepStrictEqual(told, first.events);
  });
  const { activity } = operation.command;
  return [
    ...(missing.length > 0
      ? [`${activity} was answered with ${missing.length} events that the journal lacks`]
      : []),
    ...(others.length > 0 ? [`${activity} was answered in two ways`] : []),
  ];
}

/** Whether a payment lies in the queue of those that cannot be recorded, or waits because its licence did not take it. */
function wasTurnedAway({ deployment }: Judged, { licenceId, paymentId }: SaidPayment): boolean {
  const waiting = [...deployment.table(outputs.paymentsTable).all()].map(paymentFrom);
  return (
    deployment.messages.some(({ MessageBody }) => String(MessageBody).includes(paymentId)) ||
    waiting.some(({ payment, steps }) => {
      const isSetAside = steps.some(({ did }) => did === 'set aside');
      return payment.paymentId === paymentId && (payment.text === licenceId || isSetAside);
    })
  );
}
