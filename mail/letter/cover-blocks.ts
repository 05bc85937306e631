import type { Uncovered, WayBack } from './cover-facts.ts';
import { type Block, text } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';

/** Why there is no cover, and how to have it again. */
export function coverBlocks(
  localiser: MailLocaliser,
  uncovered: Uncovered | undefined,
  wayBack: WayBack | undefined,
): readonly Block[] {
  return [
    ...(uncovered === undefined ? [] : [text(uncoveredInWords(localiser, uncovered))]),
    ...(wayBack === undefined ? [] : [text(wayBackInWords(localiser, wayBack))]),
  ];
}

export function uncoveredInWords({ words, date }: MailLocaliser, uncovered: Uncovered): string {
  switch (uncovered.kind) {
    case 'waits':
      return words.uncovered.waits[uncovered.for];
    case 'begins':
      return words.uncovered.begins(date(uncovered.from));
    case 'ended':
      return words.uncovered.ended(date(uncovered.on));
  }
}

function wayBackInWords({ words, money, date }: MailLocaliser, wayBack: WayBack): string {
  switch (wayBack.kind) {
    case 'order': {
      const { invoiceId, toPay, payBy } = wayBack;
      return words.wayBack.order({ invoiceId, toPay: money(toPay), payBy: date(payBy) });
    }
    case 'quote':
      return words.wayBack.quote({ quoteId: wayBack.quoteId, validUntil: date(wayBack.validUntil) });
    case 'ask':
      return `${words.lapse.askForQuote} ${words.comeBack[wayBack.comeBack]}`;
  }
}
