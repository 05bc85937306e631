import { isDeepStrictEqual } from 'node:util';
import type { Asked } from '../people/operator.ts';
import type { LicenceHistory } from './history.ts';
import type { Judged, Rules } from './rule.ts';

/** What the outside was told is what the journal has. */
export const requestRules: Rules = {
  'an operator is answered the same, and by the journal': (history, { asked }) =>
    asked.flatMap((one) => commandProblems(history, one)),
  'a payment that was said is recorded, or turned away with a reason': ({ licenceId, events }, judged) =>
    judged.said.flatMap(({ licenceId: of, paymentId, amounts }) => {
      if (of !== licenceId) return [];
      const recorded = events.flatMap(({ event }) =>
        event.type === 'PaymentRecorded' && event.paymentId === paymentId ? [event.amount.amount] : [],
      );
      if (recorded.length === 0) {
        return wasTurnedAway(judged, paymentId) ? [] : [`payment ${paymentId} was said and is nowhere`];
      }
      return recorded.some((amount) => !amounts.includes(amount))
        ? [`payment ${paymentId} was said as ${amounts.join(' or ')} and recorded as ${recorded.join(', ')}`]
        : [];
    }),
};

function commandProblems(
  { licenceId, events }: LicenceHistory,
  { operation, answers }: Asked,
): readonly string[] {
  if (operation.kind !== 'command' || operation.licenceId !== licenceId) return [];
  const done = answers.flatMap(({ outcome, answer }) =>
    outcome === 'done' ? [answer as { readonly outcome: string; readonly events: readonly unknown[] }] : [],
  );
  const [first] = done;
  if (first === undefined) return [];
  const journal = events.map(({ event }) => event as unknown);
  const missing = first.events.filter((event) => !journal.some((each) => isDeepStrictEqual(each, event)));
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

function wasTurnedAway({ deployment }: Judged, paymentId: string): boolean {
  return deployment.messages.some(({ MessageBody }) => String(MessageBody).includes(paymentId));
}
