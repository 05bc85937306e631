import type { CarriedOutRequest } from '../../../adapters/dynamodb/licences/request-item.ts';
import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { Refused } from '../../commands/refused.ts';
import { mayDo } from '../access.ts';
import { quoteOf } from '../collect/documents/quote.ts';
import { seenDocument } from '../collect/documents/seen-document.ts';
import { notForPartners } from '../collect/licences/refusal-of.ts';
import type { Refusal } from '../refusal.ts';
import type { QuoteView } from '../views/quote.ts';
import {
  accepted,
  type Acting,
  carryOut,
  invoiceIn,
  numberIssued,
  refusalOfAnswer,
  refusedFor,
  sentBefore,
} from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import type { ActionResult } from './result.ts';

type AnswerName = 'accept-quote' | 'decline-quote' | 'accept-change';

/** The quote of a form, what the form did before, and what there is to say where it is not open any more. */
interface Found {
  readonly quote: QuoteView;
  readonly earlier?: CarriedOutRequest['outcome'] | undefined;
  readonly closed?: Extract<ActionResult, { readonly outcome: 'changed-meanwhile' }> | undefined;
}

interface Instead {
  readonly instead: Exclude<ActionResult, { readonly outcome: 'done' | 'already-done' }>;
}

/** What came of answering it. */
type Answered =
  { readonly quote: QuoteView; readonly isRepeated: boolean; readonly events: readonly Event[] } | Instead;

/** Turns a quote into orders: the whole of it, or for some of the licences that share it. */
export async function acceptQuote(
  acting: Acting<InputOf<'accept-quote'>>,
): Promise<ActionResult<Did['accept-quote']>> {
  const { years, po, by } = acting.input;
  const answered = await answerQuote(acting, 'accept-quote', (quote) => ({
    activity: 'accept-quote',
    years,
    po,
    by,
    ...quote,
  }));
  if ('instead' in answered) return answered.instead;
  const { events, isRepeated } = answered;
  const licenceIds = licencesIn(events, 'QuoteAccepted');
  const invoices = await Promise.all(
    licenceIds.map((id) =>
      numberIssued(acting, id, invoiceIn(events.filter(({ licenceId }) => licenceId === id))),
    ),
  );
  const numbers = [...new Set(invoices.filter((each) => each !== undefined))];
  return accepted({ licenceIds, invoices: numbers }, isRepeated);
}

/** Closes a quote, because the customer does not want it. */
export async function declineQuote(
  acting: Acting<InputOf<'decline-quote'>>,
): Promise<ActionResult<Did['decline-quote']>> {
  const { reason } = acting.input;
  const answered = await answerQuote(acting, 'decline-quote', (quote) => ({
    activity: 'decline-quote',
    reason,
    ...quote,
  }));
  if ('instead' in answered) return answered.instead;
  return accepted({ licenceIds: licencesIn(answered.events, 'QuoteDeclined') }, answered.isRepeated);
}

/** Orders what the quote for a change offers. */
export async function acceptChange(
  acting: Acting<InputOf<'accept-change'>>,
): Promise<ActionResult<Did['accept-change']>> {
  const answered = await answerQuote(acting, 'accept-change', () => ({ activity: 'accept-change' }));
  if ('instead' in answered) return answered.instead;
  const [{ licenceId }] = answered.quote.lines;
  const invoice = await numberIssued(acting, licenceId, invoiceIn(answered.events));
  return accepted({ licenceId, invoice }, answered.isRepeated);
}

interface OfQuote {
  readonly number: string;
  readonly licences?: readonly string[] | undefined;
}

/** The quote that a command names, and for which licences. */
interface OnQuote {
  readonly document?: string;
  readonly licences?: string[];
}

/** Answers a quote by its number. A form that was sent before names the licence: its quote is not open any more. */
async function answerQuote(
  acting: Acting<OfQuote>,
  name: AnswerName,
  command: (quote: OnQuote) => LicenceCommand,
): Promise<Answered> {
  const found = await quoteFor(acting, name);
  if ('instead' in found) return found;
  const { quote, earlier, closed } = found;
  const isRepeated = earlier !== undefined;
  if (!isRepeated && closed !== undefined) return { instead: closed };
  const [{ licenceId }] = quote.lines;
  const { number, licences } = acting.input;
  const isOwn = quote.lines.length === 1;
  const byLicence = isOwn && isRepeated;
  const asked = command({
    ...(byLicence ? {} : { document: number }),
    ...(isOwn || licences === undefined ? {} : { licences: [...licences] }),
  });
  const answer = await orRefused(carryOut(acting, byLicence ? licenceId : number, asked));
  const refusal: Refusal | undefined =
    answer instanceof Refused ? { code: 'other', detail: answer.message } : refusalOfAnswer(answer);
  if (refusal === undefined && !(answer instanceof Refused))
    return { quote, isRepeated, events: answer.events };
  // It has lost the race with another tab, with the day's run, or with itself, sent twice at once.
  const now = await quoteFor(acting, name);
  if ('instead' in now) return now;
  if (!isRepeated && now.earlier === 'accepted') return answerQuote(acting, name, command);
  return { instead: now.closed ?? refusedFor(refusal ?? { code: 'other', detail: '' }) };
}

/** The quote of an action's number, where it is the reader's, of the right kind, and for all licences that are named. */
async function quoteFor(acting: Acting<OfQuote>, name: AnswerName): Promise<Found | Instead> {
  const { number, licences } = acting.input;
  const seen = await seenDocument(acting.portal, acting.visit, number);
  const quote = seen?.kind === 'quote' ? quoteOf(seen) : undefined;
  const isFitting = (quote?.kind === 'change') === (name === 'accept-change');
  const isOfQuote = licences?.every((id) => quote?.lines.some(({ licenceId }) => licenceId === id)) ?? true;
  if (quote === undefined || !isFitting || !isOfQuote) return { instead: { outcome: 'not-found' } };
  if (!mayDo(quote.rights, name)) return { instead: refusedFor(notForPartners) };
  const before = await Promise.all(quote.lines.map(({ licenceId }) => sentBefore(acting, licenceId)));
  const earlier = before.find((each) => each !== undefined)?.outcome;
  return { quote, earlier, closed: closedFor(quote, licences) };
}

/** What there is to say of a quote that is not open any more for what is asked. */
function closedFor(
  { number, state, lines }: QuoteView,
  licences: readonly string[] | undefined,
): Found['closed'] {
  const closed = lines.find((line) => licences?.includes(line.licenceId) === true && line.state !== 'open');
  if (state === 'open' && closed === undefined) return undefined;
  return {
    outcome: 'changed-meanwhile',
    now: { what: 'quote', number, state: closed?.state ?? state },
  };
}

function orRefused<T>(promise: Promise<T>): Promise<T | Refused> {
  return promise.catch((error: unknown) => {
    if (error instanceof Refused) return error;
    throw error;
  });
}

function licencesIn(events: readonly Event[], type: Event['type']): readonly string[] {
  return [...new Set(events.filter((event) => event.type === type).map(({ licenceId }) => licenceId))];
}
