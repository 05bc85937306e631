import type { ContentOf } from '../content/content.ts';
import type { Uncovered, WayBack } from '../content/uncovered.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import type { Pen } from '../pen.ts';

/** Why there is no cover, and how to have it again. */
export function coverBlocks(
  pen: Pen,
  uncovered: Uncovered | undefined,
  wayBack: WayBack | undefined,
): readonly Block[] {
  return [
    ...(uncovered === undefined ? [] : [text(uncoveredInWords(pen, uncovered))]),
    ...(wayBack === undefined ? [] : [text(wayBackInWords(pen, wayBack))]),
  ];
}

export function termStatement(pen: Pen, { about, since, runs }: ContentOf<'term-statement'>): Writing {
  const words = pen.words.termStatement;
  const { yes, no, labels } = words;
  const until = 'until' in runs ? pen.date(runs.until) : undefined;
  const isInForce = until !== undefined || runs.kind === 'endless';
  const body = [
    text(words.intro(about)),
    text(runsInWords(pen, runs)),
    ...(isInForce
      ? [
          facts(
            pen.words.labels.cover,
            ...(since === undefined ? [] : [[labels.since, pen.date(since)] as const]),
            ...(until === undefined ? [] : [[labels.until, until] as const]),
            [labels.renews, runs.kind === 'renews' || runs.kind === 'endless' ? yes : no],
          ),
        ]
      : []),
  ];
  if (!isInForce) return { subject: words.subject.uncovered(about), body };
  const subject =
    until === undefined ? words.subject.endless(about) : words.subject.until({ ...about, until });
  return { subject, body };
}

function runsInWords(pen: Pen, runs: ContentOf<'term-statement'>['runs']): string {
  const words = pen.words.termStatement;
  switch (runs.kind) {
    case 'renews':
      return words.renews({ until: pen.date(runs.until), cancelBy: pen.date(runs.cancelBy) });
    case 'ends':
      return words.ends(pen.date(runs.until));
    case 'awaits-payment':
      return words.awaitsPayment(pen.date(runs.until));
    case 'endless':
      return words.endless;
    case 'waits':
    case 'begins':
    case 'ended':
      return uncoveredInWords(pen, runs);
  }
}

function uncoveredInWords(pen: Pen, uncovered: Uncovered): string {
  const words = pen.words.uncovered;
  switch (uncovered.kind) {
    case 'waits':
      return words.waits[uncovered.for];
    case 'begins':
      return words.begins(pen.date(uncovered.from));
    case 'ended':
      return words.ended(pen.date(uncovered.on));
  }
}

function wayBackInWords(pen: Pen, wayBack: WayBack): string {
  const { wayBack: words, lapse } = pen.words;
  switch (wayBack.kind) {
    case 'order': {
      const { invoiceId, toPay, payBy } = wayBack;
      return words.order({ invoiceId, toPay: pen.money(toPay), payBy: pen.date(payBy) });
    }
    case 'quote':
      return words.quote({ quoteId: wayBack.quoteId, validUntil: pen.date(wayBack.validUntil) });
    case 'ask':
      return `${lapse.askForQuote} ${lapse.comeBack[wayBack.comeBack]}`;
  }
}
