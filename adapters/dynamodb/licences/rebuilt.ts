import { evolve } from '../../../domain/evolve.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { NotValid } from '../table/parse.ts';
import { numbersIn } from '../documents/document-number.ts';
import { numbersOfOpen, withDueDay } from './following.ts';
import { historyIn } from './history.ts';
import type { Stored } from './licence-item.ts';

/** A licence as its events leave it, with the outbox that is stored. Throws `NotValid` where these cannot be read. */
export function rebuiltFrom(
  licenceId: string,
  items: readonly unknown[],
  planOf: (planId: string) => Plan,
): Stored {
  const history = historyIn(licenceId, items);
  const events = history?.events ?? [];
  const licence = events.map(({ event }) => event).reduce<Licence | undefined>(evolve, undefined);
  if (history === undefined || licence === undefined)
    throw new NotValid(`licence ${licenceId} has no events to work its state out from`);
  const { outbox, parked } = history;
  const mailsOn = outbox.length > 0 ? licence.lastEventOn : undefined;
  return withDueDay(planOf(licence.facts.planId), {
    licence,
    version: events.length,
    outbox,
    mailsOn,
    parked,
    numbers: numbersOfOpen(licence, numbersIn(history.documents)),
  });
}
