import type { ContentOf } from '../content/content.ts';
import { action } from './actions.ts';
import { facts, text, type Writing } from './letter.ts';
import type { Pen } from '../pen.ts';
import { linesTable } from './prices.ts';

export function renewalNotice(pen: Pen, content: ContentOf<'renewal-notice'>): Writing {
  const { about, next, price, isTooLate } = content;
  const { labels, renewalNotice: words } = pen.words;
  const named = {
    ...about,
    ends: pen.date(content.ends),
    from: pen.date(next.from),
    to: pen.date(next.to),
    total: pen.money(price.total),
    invoiceOn: pen.date(content.invoiceOn),
    payBy: pen.date(content.payBy),
    cancelBy: pen.date(content.cancelBy),
  };
  const body = [
    text(words.renews(named)),
    text(words.price(named.total)),
    linesTable(pen, about.product, price),
    text(words.invoice(named)),
    facts(
      labels.nextTerm,
      [labels.cover, pen.words.period(named.from, named.to)],
      [labels.cancelBy, named.cancelBy],
    ),
    text(isTooLate ? words.tooLate(named) : words.cancel(named.cancelBy)),
    action(pen, about, 'cancelRenewal', about.licenceId),
  ];
  return { subject: words.subject(named), body };
}

export function renewed(pen: Pen, content: ContentOf<'renewed'>): Writing {
  const words = pen.words.renewed;
  const { invoiceOn, isLast } = content;
  const named = { ...content.about, starts: pen.date(content.starts), ends: pen.date(content.ends) };
  const body = [
    text(words.intro(named)),
    text(invoiceOn === undefined ? words.paid : words.invoiceFollows(pen.date(invoiceOn))),
    ...(isLast ? [text(words.isLast(named.ends))] : []),
  ];
  return { subject: words.subject(named), body };
}

export function reinstated(pen: Pen, content: ContentOf<'reinstated'>): Writing {
  const words = pen.words.reinstated;
  const named = { ...content.about, starts: pen.date(content.starts), ends: pen.date(content.ends) };
  return { subject: words.subject(named), body: [text(words.intro(named))] };
}

export function activated(pen: Pen, content: ContentOf<'activated'>): Writing {
  const words = pen.words.activated;
  const { about, on, fact, starts, ends, isInvoiced } = content;
  const named = { ...about, on: pen.date(on), starts: pen.date(starts), ends: pen.date(ends) };
  const body = [
    text(words.intro[fact](named)),
    text(words.term(named)),
    ...(on < starts ? [text(words.coveredFrom(named.on))] : []),
    ...(isInvoiced ? [text(words.invoiceFollows)] : []),
  ];
  return { subject: words.subject(named), body };
}
