import { entitlements } from '../../../../domain/cover/entitlements.ts';
import { lastDayToCancel } from '../../../../domain/cover/terms.ts';
import { evolve } from '../../../../domain/evolve.ts';
import { forecast } from '../../../../domain/forecast.ts';
import { addDays, type CivilDate } from '../../../../domain/calendar.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { CancellingView, ResumingView } from '../../views/renewal.ts';
import { brandingOf } from '../branding.ts';
import { benefitsOf } from './licence.ts';
import { nextStepOf, numberOf } from './next-step.ts';
import { decisionOn, notForPartners, refusalIn } from './refusal-of.ts';
import { type SeenLicence, seenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

interface OfLicence {
  readonly licenceId: string;
}

/** What cancelling renewal now would do. */
export async function cancellingView(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId }: OfLicence,
): Promise<CancellingView | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  if (seen === undefined) return undefined;
  const known = { licence: summaryOf(seen), branding: brandingOf(seen.plan) };
  if (seen.rights !== 'own') return { ...known, refusal: notForPartners };
  const decision = decisionOn(seen, { activity: 'cancel' });
  const refusal = refusalIn(decision);
  if (refusal !== undefined) return { ...known, refusal };
  const endsOn = endOf(decision.events);
  return endsOn === undefined ? known : { ...known, effect: effectOf(seen, decision.events, endsOn) };
}

/** The day on which the cancellation ends cover. */
export function endOf(events: readonly Event[]): CivilDate | undefined {
  return events.find((event) => event.type === 'RenewalCancelled')?.endsOn;
}

function effectOf(seen: SeenLicence, events: readonly Event[], endsOn: CivilDate): CancellingView['effect'] {
  const { plan, licence, today } = seen;
  const { standing } = licence;
  const term = standing.status === 'active' ? standing.term : undefined;
  const hasNotice = plan.renewal.mode === 'automatic' && plan.renewal.noticeDays > 0;
  const after = addDays(endsOn, 1);
  const cancelled = events.reduce(evolve, licence);
  const lapsed = forecast(plan, cancelled, today, after, 'everybody-pays').reduce(evolve, cancelled);
  const then = entitlements(plan, lapsed, after);
  const lost = new Set(then.benefits.filter(({ answer }) => answer !== 'included').map(({ key }) => key));
  const had = benefitsOf(seen).filter(({ answer }) => answer === 'included');
  return {
    endsOn,
    noticeUntil: hasNotice && term !== undefined ? lastDayToCancel(plan, term) : undefined,
    isLate: term !== undefined && endsOn > term.ends,
    losesBenefits: had.filter(({ key }) => lost.has(key)).map(({ key, name }) => ({ key, name })),
    owed: licence.invoices.flatMap(({ invoiceId }) => numberOf(seen, invoiceId) ?? []),
    softwareMayBeUsed: then.software.mayBeUsed,
  };
}

/** What resuming renewal now would do. */
export async function resumingView(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId }: OfLicence,
): Promise<ResumingView | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  if (seen === undefined) return undefined;
  const known = { licence: summaryOf(seen), branding: brandingOf(seen.plan) };
  if (seen.rights !== 'own') return { ...known, refusal: notForPartners };
  const decision = decisionOn(seen, { activity: 'resume' });
  const refusal = refusalIn(decision);
  if (refusal !== undefined) return { ...known, refusal };
  const events: readonly Event[] = decision.events;
  return { ...known, next: nextStepOf({ ...seen, licence: events.reduce(evolve, seen.licence) }) };
}
