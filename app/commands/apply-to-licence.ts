import type { CivilDate } from '../../domain/calendar.ts';
import { type NamedPayment, payOnce } from '../../domain/payments/pay-once.ts';
import { recordedPayment } from '../../domain/payments/payment.ts';
import { type Command, decide } from '../../domain/decide.ts';
import type { Decision } from '../../domain/licence/decision.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CarriedOutRequest } from '../../adapters/dynamodb/licences/request-item.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence } from './change-licence.ts';
import { Refused } from './refused.ts';
import { byPrintedNumber } from './by-printed-number.ts';
import { todayOf } from './day.ts';
import type { UndatedCommand } from './undated-command.ts';
import { carriedOut, earlierResult, type Request } from '../operations/request.ts';
import { noLicence } from '../../contracts/operator/no-licence.ts';

/** What a request did to a licence, now or when it was sent before. */
export interface Applied {
  readonly plan: Plan;
  readonly result: CarriedOutRequest;
  readonly events: readonly Event[];
  readonly isRepeated: boolean;
}

/**
 * Applies a command to a licence and journals it; a rejection too. The request is written in the same transaction, so
 * that repeating it changes nothing and gives the same. Throws `Refused` where there is no such licence, or for a day
 * that a command may not have.
 * @param on an earlier day than today
 */
export async function applyToLicence(
  licences: LicenceStore,
  request: Request,
  licenceId: string,
  command: UndatedCommand,
  on?: CivilDate,
): Promise<Applied> {
  const { applied } = await changeLicence(licences, licenceId, async (stored) => {
    const { licence, version } = requireStored(licenceId, stored);
    const plan = planOf(licence.facts.planId);
    const earlier = await earlierResult(licences, licenceId, request);
    const journal = await licences.events(licenceId);
    if (earlier !== undefined) {
      const events = journal.slice(earlier.firstEvent - 1, earlier.lastEvent);
      return { plan, events: [], applied: { plan, result: earlier, events, isRepeated: true } };
    }
    const today = todayOf(plan, request);
    const named = await byPrintedNumber(licences, licenceId, command);
    const decision = decideDated(plan, licence, journal, { ...named, on: on ?? today }, today);
    const { events, outcome } = decision;
    const { reason, code } = decision.outcome === 'rejected' ? decision : {};
    const result = carriedOut(request, version, events.length, { outcome, reason, code });
    return { plan, events, request: result, applied: { plan, result, events, isRepeated: false } };
  });
  return applied;
}

/** What a command would do to a licence; nothing is written. Throws as `applyToLicence` does. */
export async function previewOnLicence(
  licences: LicenceStore,
  request: Request,
  licenceId: string,
  command: UndatedCommand,
  on?: CivilDate,
): Promise<Decided> {
  const { licence } = requireStored(licenceId, await licences.load(licenceId));
  const plan = planOf(licence.facts.planId);
  const today = todayOf(plan, request);
  const journal = await licences.events(licenceId);
  const named = await byPrintedNumber(licences, licenceId, command);
  return decideDated(plan, licence, journal, { ...named, on: on ?? today }, today);
}

type Decided = Exclude<Decision, { readonly outcome: 'refused' }>;

function decideDated(
  plan: Plan,
  licence: Licence,
  journal: readonly Event[],
  command: Command,
  today: CivilDate,
): Decided {
  const decision = isRecorded(journal, command)
    ? payOnce(plan, licence, journal, command, today)
    : decide(plan, licence, command, today, journal);
  if (decision.outcome === 'refused') throw refusedFor(licence, decision.reason);
  return decision;
}

/** A payment that the journal has, by its id, is not dated again. */
function isRecorded(journal: readonly Event[], command: Command): command is NamedPayment {
  if (command.activity !== 'payment' || command.paymentId === undefined) return false;
  return recordedPayment(journal, command.paymentId) !== undefined;
}

export function refusedFor({ facts }: Licence, reason: string): Refused {
  return new Refused(`Licence ${facts.licenceId}: ${reason}`);
}

export function requireStored(licenceId: string, stored: Stored | undefined): Stored {
  if (stored !== undefined) return stored;
  throw new Refused(noLicence(licenceId));
}
