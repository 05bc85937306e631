import type { LicenceSummary } from '../../../app/portal/views/licences.ts';
import type { InvoiceState, QuoteState } from '../../../app/portal/views/documents.ts';
import type { Price } from '../../../domain/billing/price.ts';
import { named, type Frame } from './frame.ts';
import type { Tone } from './pieces.tsx';

/** The product with its edition, such as SmarterMail Enterprise. */
export function productOf({ product, edition }: Pick<LicenceSummary, 'product' | 'edition'>): string {
  return edition === '' || edition === product ? product : `${product} ${edition}`;
}

/** The licence by its number, as the vendor calls it. */
export function licenceNumber(
  frame: Frame,
  { licenceId, trackedBy }: Pick<LicenceSummary, 'licenceId' | 'trackedBy'>,
): string {
  const { licences } = frame.say;
  return trackedBy === null
    ? licences.licence(licenceId)
    : licences.tracked(named(frame, trackedBy), licenceId);
}

/** Where the maintenance of a licence stands, and what comes next: the sentences that its page begins with. */
export function standingOf(frame: Frame, licence: LicenceSummary): readonly string[] {
  const next = nextOf(frame, licence);
  return [coverOf(frame, licence), ...(next === undefined ? [] : [next])];
}

function coverOf({ say, localiser: { date } }: Frame, { standing, cover }: LicenceSummary): string {
  const words = say.licences.standing;
  switch (standing.state) {
    case 'pending':
      return words.pending[standing.waitsFor];
    case 'active':
      return words.coveredUntil(date(cover.until ?? standing.ends));
    case 'subscribed':
      return words.subscribed;
    case 'lapsed':
      return words.lapsed[standing.reason](date(standing.ended));
    case 'deactivated':
      return words.deactivated(date(standing.on));
  }
}

function nextOf({ say, localiser: { date, money } }: Frame, { next }: LicenceSummary): string | undefined {
  const words = say.licences.next;
  const total = (price: Price | undefined) => (price === undefined ? undefined : money(price.total));
  switch (next.step) {
    case 'pay':
      return (next.isOverdue ? words.overdue : words.pay)(next.number, money(next.toPay), date(next.payBy));
    case 'answer-quote':
      return words.quote[next.kind](next.number, money(next.from), date(next.validUntil));
    case 'renews':
      return words.renews(date(next.on), total(next.price));
    case 'invoice-comes':
      return words.invoiceComes(date(next.on), total(next.price));
    case 'quote-comes':
      return words.quoteComes(date(next.on), total(next.price));
    case 'ask-for-quote':
      return words.askForQuote(total(next.price));
    case 'ends':
      return words.ends;
    case 'reinstate':
      return next.isTooLate ? words.tooLate : words.reinstate(total(next.price));
    case 'start':
    case 'nothing':
      return undefined;
  }
}

interface Marked {
  readonly tone: Tone;
  readonly text: string;
}

/** The state of a licence in a word. */
export function stateOf({ say }: Frame, { standing, next }: LicenceSummary): Marked {
  const words = say.licences.state;
  if (next.step === 'pay' && next.isOverdue) return { tone: 'bad', text: words.overdue };
  switch (standing.state) {
    case 'active':
      return standing.cancelledTo === undefined
        ? { tone: 'good', text: words.active }
        : { tone: 'warn', text: words.cancelled };
    case 'subscribed':
      return { tone: 'good', text: words.subscribed };
    case 'lapsed':
      return { tone: 'bad', text: words.lapsed };
    case 'pending':
    case 'deactivated':
      return { tone: 'calm', text: words[standing.state] };
  }
}

export function invoiceMark({ say }: Frame, state: InvoiceState): Marked {
  return { tone: invoiceTones[state], text: say.documents.invoiceState[state] };
}

const invoiceTones: Readonly<Record<InvoiceState, Tone>> = {
  open: 'warn',
  'partly-paid': 'warn',
  overdue: 'bad',
  paid: 'good',
  void: 'calm',
  credited: 'calm',
  refunded: 'calm',
};

export function quoteMark({ say }: Frame, state: QuoteState): Marked {
  return { tone: quoteTones[state], text: say.documents.quoteState[state] };
}

const quoteTones: Readonly<Record<QuoteState, Tone>> = {
  open: 'warn',
  accepted: 'good',
  declined: 'calm',
  expired: 'calm',
  withdrawn: 'calm',
};
