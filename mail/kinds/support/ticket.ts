import { coverOn } from '../../../domain/cover/entitlements.ts';
import { dayIn } from '../../../domain/calendar.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { named } from '../../../wording/phrases/localiser.ts';
import { netLabel, sumsOf } from '../../../wording/phrases/prices.ts';
import { action } from '../../letter/actions.ts';
import { coverBlocks } from '../../letter/cover-blocks.ts';
import { uncoveredOn, wayBackOf } from '../../letter/cover-facts.ts';
import { type Block, facts, text } from '../../letter/letter.ts';
import { defineKind, type Material } from '../kind.ts';

/** A support ticket is open: on which terms, and until when it is answered. */
export const ticket = defineKind({
  name: 'ticket',
  calledBy: (event) => (event.type === 'TicketOpened' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, event) => {
    const { localiser, about, plan } = material;
    const { timeZone } = plan;
    const words = localiser.words.ticket;
    const { ticketId, firstResponseBy } = event;
    const of = { ...about, ticketId, on: localiser.date(dayIn(timeZone, event.at)) };
    const due =
      firstResponseBy === undefined
        ? []
        : [[words.labels.firstResponseBy, localiser.moment(firstResponseBy, timeZone)] as const];
    return {
      subject: words.subject(of),
      body: [
        text(words.intro(of)),
        ...termsOf(material, event),
        ...whyNotFree(material, event),
        facts(
          words.labels.ticket,
          [localiser.words.labels.number, ticketId],
          [words.labels.openedAt, localiser.moment(event.at, timeZone)],
          ...due,
        ),
        action(localiser, about, 'addToTicket', ticketId),
        ...fixOf(material, event),
        ...(plan.support?.remoteAccess === 'by-ticket' ? [text(words.remoteAccess)] : []),
      ],
    };
  },
});

function termsOf(
  { localiser, plan, history }: Material,
  { date, terms, rate, perHour, price, refundable, ticketId }: EventOf<'TicketOpened'>,
): readonly Block[] {
  const words = localiser.words.ticket;
  switch (terms) {
    case 'free': {
      const byCover = coverOn(plan, history.then, date).inForce;
      return [text(byCover ? words.terms.freeByCover : words.terms.free)];
    }
    case 'charged': {
      const charged = rate === undefined ? undefined : plan.rates[rate];
      if (charged === undefined) throw new Error(`ticket ${ticketId}: plan ${plan.id} has no rate ${rate}`);
      const figure = perHour && localiser.money(perHour);
      return [text(words.terms.charged({ rate: named(localiser, charged), perHour: figure }))];
    }
    case 'emergency': {
      if (price === undefined) throw new Error(`ticket ${ticketId} is an emergency without a price`);
      const tax = price.taxPercent > 0 ? localiser.taxName : undefined;
      return [
        text(words.terms.emergency({ total: localiser.money(price.total), tax })),
        {
          kind: 'prices',
          caption: words.price,
          columns: [netLabel(localiser, price)],
          rows: [{ name: words.emergencySupport, notes: [], amounts: [localiser.money(price.net)] }],
          sums: sumsOf(localiser, price, 1),
          note: localiser.words.amountsIn(price.total.currency),
        },
        ...(refundable === true ? [] : [text(words.notRefundable)]),
      ];
    }
  }
}

function whyNotFree(material: Material, { terms, date }: EventOf<'TicketOpened'>): readonly Block[] {
  if (terms === 'free') return [];
  const { localiser, plan, history } = material;
  return coverBlocks(localiser, uncoveredOn(plan, history.then, date), wayBackOf(material));
}

/** How a fault of the version in use is fixed, if that is known. */
function fixOf({ localiser }: Material, { fix, version }: EventOf<'TicketOpened'>): readonly Block[] {
  return fix === undefined || version === undefined ? [] : [text(localiser.words.ticket.fix[fix](version))];
}
