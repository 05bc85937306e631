import { money } from '../../../../domain/billing/money.ts';
import { benefitOn } from '../../../../domain/cover/entitlements.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { SupportView, TicketTerms, TicketView } from '../../views/support.ts';
import { brandingOf } from '../branding.ts';
import { type SeenLicence, seenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

/** The support of a licence; undefined also where the plan handles no tickets. */
export async function supportView(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId }: { readonly licenceId: string },
): Promise<SupportView | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  const support = seen?.plan.support;
  if (seen === undefined || support === undefined || support === null) return undefined;
  const { plan, licence, rights, today } = seen;
  const { emergency } = support;
  return {
    licence: summaryOf(seen),
    rights,
    branding: brandingOf(plan),
    timeZone: plan.timeZone,
    standard: standardTerms(seen, support),
    firstResponseWithinBusinessHours: support.response?.withinBusinessHours,
    emergency:
      emergency === null
        ? undefined
        : {
            isOffered: benefitOn(plan, licence, emergency.benefit, today).answer !== 'denied',
            net: money(emergency.price, plan.currency),
            respondWithinHours: emergency.respondWithinHours,
            isRefundable: emergency.refundable,
          },
    hasRemoteAccess: support.remoteAccess === 'by-ticket',
    tickets: ticketsOf(seen),
  };
}

function standardTerms(
  { plan, licence, today }: SeenLicence,
  support: NonNullable<SeenLicence['plan']['support']>,
): TicketTerms {
  const { answer } = benefitOn(plan, licence, support.benefit, today);
  if (answer === 'included') return { terms: 'free' };
  if (answer === 'denied') {
    const instead = plan.benefits.find(({ key }) => key === support.otherwise);
    return { terms: 'declined', instead: instead?.name };
  }
  const rate = plan.rates[answer.charged];
  const perHour = rate?.perHour;
  return {
    terms: 'charged',
    rate: rate && { en: rate.en, de: rate.de },
    perHour: perHour === undefined ? undefined : money(perHour, plan.currency),
  };
}

/** The open tickets as they stand; the closed ones as the events say, since the licence is this customer's. */
function ticketsOf({ licence, shown }: SeenLicence): readonly TicketView[] {
  const open = licence.tickets.toReversed();
  const isOpen = new Set(open.map(({ ticketId }) => ticketId));
  const events = shown.map(({ event }) => event);
  const closed = events.flatMap((event): TicketView[] => {
    if (event.type !== 'TicketOpened' || isOpen.has(event.ticketId)) return [];
    const { ticketId, at, terms, firstResponseBy } = event;
    const closing = events.find((later) => later.type === 'TicketClosed' && later.ticketId === ticketId);
    return [{ ticketId, openedAt: at, terms, firstResponseBy, access: 'none', closedOn: closing?.date }];
  });
  return [...open, ...closed.toReversed()];
}
