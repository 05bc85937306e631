import { isSameMoney } from '../../../domain/billing/money.ts';
import { endOf } from '../collect/licences/renewal.ts';
import { previewOf } from '../collect/licences/changes.ts';
import { decisionOn } from '../collect/licences/refusal-of.ts';
import { type Acting, invoiceIn, numberIssued } from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import { onLicence } from './on-licence.ts';
import type { ActionResult } from './result.ts';

type Result<Name extends keyof Did> = Promise<ActionResult<Did[Name]>>;

/** Has a quote sent, or sent again. */
export function requestQuote(acting: Acting<InputOf<'request-quote'>>): Result<'request-quote'> {
  const { licenceId } = acting.input;
  return onLicence(acting, {
    name: 'request-quote',
    command: { activity: 'request-quote' },
    did: async (events) => {
      const sent = events.find((event) => event.type === 'QuoteIssued' || event.type === 'QuoteResent');
      const quote = await numberIssued(acting, licenceId, sent?.quoteId);
      return { licenceId, quote: quote ?? '', isSentAgain: sent?.type === 'QuoteResent' };
    },
  });
}

/** Stops renewal on the day that the page named. */
export function cancelRenewal(acting: Acting<InputOf<'cancel-renewal'>>): Result<'cancel-renewal'> {
  const { licenceId, endsOn } = acting.input;
  return onLicence(acting, {
    name: 'cancel-renewal',
    command: { activity: 'cancel' },
    before: (seen) => {
      const now = endOf(decisionOn(seen, { activity: 'cancel' }).events);
      return now === undefined || now === endsOn
        ? undefined
        : { outcome: 'changed-meanwhile', now: { what: 'end-of-cover', endsOn: now } };
    },
    did: (events) => ({ licenceId, endsOn: endOf(events) ?? endsOn }),
    isDoneBy: ['already-cancelled'],
  });
}

export function resumeRenewal(acting: Acting<InputOf<'resume-renewal'>>): Result<'resume-renewal'> {
  const { licenceId } = acting.input;
  return onLicence(acting, {
    name: 'resume-renewal',
    command: { activity: 'resume' },
    did: () => ({ licenceId }),
    isDoneBy: ['not-cancelled'],
  });
}

/** Asks for another edition: it is quoted, or made where it is included. */
export function requestChange(acting: Acting<InputOf<'request-change'>>): Result<'request-change'> {
  const { licenceId, edition } = acting.input;
  return onLicence(acting, {
    name: 'request-change',
    command: { activity: 'request-change', edition },
    did: async (events) => {
      const quoted = events.find((event) => event.type === 'ChangeQuoted');
      return { licenceId, quote: await numberIssued(acting, licenceId, quoted?.quoteId) };
    },
    isDoneBy: ['has-it-already'],
  });
}

/** Orders modules at the price that the page named. */
export function addModules(acting: Acting<InputOf<'add-modules'>>): Result<'add-modules'> {
  const { licenceId, skus, total } = acting.input;
  return onLicence(acting, {
    name: 'add-modules',
    command: { activity: 'add-modules', skus },
    before: (seen) => {
      const { price } = previewOf(seen, skus);
      return price === undefined || isSameMoney(price.total, total)
        ? undefined
        : { outcome: 'changed-meanwhile', now: { what: 'price', price } };
    },
    did: async (events) => {
      return { licenceId, invoice: await numberIssued(acting, licenceId, invoiceIn(events)) };
    },
  });
}
