import { dayIn } from '../../domain/calendar.ts';
import type { ContentOf } from '../content/content.ts';
import { action, returning } from './actions.ts';
import { coverBlocks } from './cover.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import { named } from '../../wording/phrases/pen.ts';
import type { Pen } from '../pen.ts';
import { sumsOf } from '../../wording/phrases/prices.ts';

export function ticket(pen: Pen, content: ContentOf<'ticket'>): Writing {
  const words = pen.words.ticket;
  const { about, ticketId, openedAt, timeZone, firstResponseBy, fix, remoteAccess } = content;
  const on = pen.date(dayIn(timeZone, openedAt));
  const due =
    firstResponseBy === undefined
      ? []
      : [[words.labels.firstResponseBy, pen.moment(firstResponseBy, timeZone)] as const];
  const body = [
    text(words.intro({ ...about, ticketId })),
    ...termsOf(pen, content),
    ...coverBlocks(pen, content.uncovered, content.wayBack),
    facts(
      words.labels.ticket,
      [pen.words.labels.number, ticketId],
      [words.labels.openedAt, pen.moment(openedAt, timeZone)],
      ...due,
    ),
    action(pen, about, 'addToTicket', ticketId),
    ...(fix === undefined ? [] : [text(words.fix[fix.by](fix.version))]),
    ...(remoteAccess ? [text(words.remoteAccess)] : []),
  ];
  return { subject: words.subject({ ...about, ticketId, on }), body };
}

export function supportDeclined(pen: Pen, content: ContentOf<'support-declined'>): Writing {
  const words = pen.words.supportDeclined;
  const { about, emergency, uncovered, instead } = content;
  const asked = { ...about, askedAt: pen.moment(content.askedAt, content.timeZone) };
  const body = [
    text(words.intro[emergency ? 'emergency' : 'standard'](asked)),
    text(uncovered === undefined ? words.notGiven : words.needsCover),
    ...coverBlocks(pen, uncovered, content.wayBack),
    ...returning(pen, about, content.wayBack),
    ...(instead === undefined ? [] : [text(words.instead(named(pen, instead)))]),
  ];
  return { subject: words.subject(about), body };
}

export function remoteAccess(pen: Pen, content: ContentOf<'remote-access'>): Writing {
  const words = pen.words.remoteAccess[content.happened];
  const { about, ticketId, happened } = content;
  const told = { ...about, ticketId, on: pen.date(content.on) };
  const isOpen = happened === 'granted' || happened === 'used';
  const body = [
    text(words.text(told)),
    text(words.next),
    ...(isOpen ? [action(pen, about, 'revokeAccess', ticketId)] : []),
  ];
  return { subject: words.subject(told), body };
}

function termsOf(pen: Pen, { terms }: ContentOf<'ticket'>): readonly Block[] {
  const words = pen.words.ticket;
  switch (terms.kind) {
    case 'free':
      return [text(terms.byCover ? words.terms.freeByCover : words.terms.free)];
    case 'charged':
      return [text(words.terms.charged(named(pen, terms.rate)))];
    case 'emergency': {
      const { price, isRefundable } = terms;
      return [
        text(words.terms.emergency(pen.money(price.total))),
        {
          kind: 'prices',
          caption: words.price,
          columns: [pen.words.labels.net],
          rows: [{ name: words.emergencySupport, notes: [], amounts: [pen.money(price.net)] }],
          sums: sumsOf(pen, price, 1),
          note: pen.words.amountsIn(price.total.currency),
        },
        ...(isRefundable ? [] : [text(words.notRefundable)]),
      ];
    }
  }
}
