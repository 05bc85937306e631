import { coverOn } from '../../../domain/cover/entitlements.ts';
import { dayIn } from '../../../domain/calendar.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { named } from '../../../wording/phrases/pen.ts';
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
    const { pen, about, plan } = material;
    const { timeZone } = plan;
    const words = pen.words.ticket;
    const { ticketId, firstResponseBy } = event;
    const of = { ...about, ticketId, on: pen.date(dayIn(timeZone, event.at)) };
    const due =
      firstResponseBy === undefined
        ? []
        : [[words.labels.firstResponseBy, pen.moment(firstResponseBy, timeZone)] as const];
    return {
      subject: words.subject(of),
      body: [
        text(words.intro(of)),
        ...termsOf(material, event),
        ...whyNotFree(material, event),
        facts(
          words.labels.ticket,
          [pen.words.labels.number, ticketId],
          [words.labels.openedAt, pen.moment(event.at, timeZone)],
          ...due,
        ),
        action(pen, about, 'addToTicket', ticketId),
        ...fixOf(material, event),
        ...(plan.support?.remoteAccess === 'by-ticket' ? [text(words.remoteAccess)] : []),
      ],
    };
  },
});

function termsOf(
  { pen, plan, history }: Material,
  { date, terms, rate, perHour, price, refundable, ticketId }: EventOf<'TicketOpened'>,
): readonly Block[] {
  const words = pen.words.ticket;
  switch (terms) {
    case 'free': {
      const byCover = coverOn(plan, history.then, date).inForce;
      return [text(byCover ? words.terms.freeByCover : words.terms.free)];
    }
    case 'charged': {
      const charged = rate === undefined ? undefined : plan.rates[rate];
      if (charged === undefined) throw new Error(`ticket ${ticketId}: plan ${plan.id} has no rate ${rate}`);
      const figure = perHour && pen.money(perHour);
      return [text(words.terms.charged({ rate: named(pen, charged), perHour: figure }))];
    }
    case 'emergency': {
      if (price === undefined) throw new Error(`ticket ${ticketId} is an emergency without a price`);
      const tax = price.taxPercent > 0 ? pen.taxName : undefined;
      return [
        text(words.terms.emergency({ total: pen.money(price.total), tax })),
        {
          kind: 'prices',
          caption: words.price,
          columns: [netLabel(pen, price)],
          rows: [{ name: words.emergencySupport, notes: [], amounts: [pen.money(price.net)] }],
          sums: sumsOf(pen, price, 1),
          note: pen.words.amountsIn(price.total.currency),
        },
        ...(refundable === true ? [] : [text(words.notRefundable)]),
      ];
    }
  }
}

function whyNotFree(material: Material, { terms, date }: EventOf<'TicketOpened'>): readonly Block[] {
  if (terms === 'free') return [];
  const { pen, plan, history } = material;
  return coverBlocks(pen, uncoveredOn(plan, history.then, date), wayBackOf(material));
}

/** How a fault of the version in use is fixed, if that is known. */
function fixOf({ pen }: Material, { fix, version }: EventOf<'TicketOpened'>): readonly Block[] {
  return fix === undefined || version === undefined ? [] : [text(pen.words.ticket.fix[fix](version))];
}
