import type { LicenceStore } from '../../../adapters/dynamodb/licences/licence-store.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Money } from '../../../domain/billing/money.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { SharedDocument } from '../../documents/shared-document.ts';
import { dividePayment } from '../../payments/divide-payment.ts';
import { recordedParts } from '../../payments/recorded-parts.ts';
import { requireStored } from '../apply-to-licence.ts';
import { Refused } from '../refused.ts';
import type { UndatedCommand } from '../undated-command.ts';
import type { OnDocument, SharedCommand } from './shared-command.ts';

/** What a command does to a licence of a shared document. */
export interface OnLine {
  readonly licenceId: string;
  readonly command: UndatedCommand;
}

/** The events that the request made before, by licence: it was interrupted, or its answer was lost. */
export type Done = ReadonlyMap<string, readonly Event[]>;

/** What a command does to which licences of its document, in the order of their ids. Throws `Refused` for a licence that is not in it. */
export async function linesFor(
  licences: LicenceStore,
  { document, command }: OnDocument,
  on: CivilDate,
  done: Done,
): Promise<readonly OnLine[]> {
  switch (command.activity) {
    case 'payment':
      return paidLines(licences, document, { ...command, on }, done);
    case 'accept-quote':
    case 'decline-quote':
      return answeredLines(licences, document, command, done);
  }
}

type PaymentCommand = Extract<SharedCommand, { readonly activity: 'payment' }>;

/** Each licence records its part of the payment. Where nothing is to be paid, the first licence says so. */
async function paidLines(
  licences: LicenceStore,
  document: SharedDocument,
  { amount, paymentId, received, on }: PaymentCommand & { readonly on: CivilDate },
  done: Done,
): Promise<readonly OnLine[]> {
  const recorded = await partsBefore(licences, document, paymentId, done);
  const payment = { amount, received: received ?? on, on };
  const parts = await dividePayment(licences, document, payment, recorded);
  const [{ licenceId }] = document.lines;
  if (parts.length === 0 && recorded.size === 0)
    return [
      { licenceId, command: { activity: 'payment', received, document: document.lines[0].documentId } },
    ];
  return parts.map((part) => ({
    licenceId: part.licenceId,
    command: { activity: 'payment', amount: part.amount, paymentId, received, document: part.document },
  }));
}

/** What the payment gave to licences before: under its id, or by this request. */
async function partsBefore(
  licences: LicenceStore,
  document: SharedDocument,
  paymentId: string | undefined,
  done: Done,
): Promise<ReadonlyMap<string, Money>> {
  const recorded = new Map<string, Money>();
  for (const [licenceId, events] of done) {
    const payment = events.find((event) => event.type === 'PaymentRecorded');
    if (payment !== undefined) recorded.set(licenceId, payment.amount);
  }
  if (paymentId === undefined) return recorded;
  return new Map([...recorded, ...(await recordedParts(licences, document, paymentId))]);
}

/** The licences whose quote is answered. As a whole, those of which it is open; where some are named, just these. */
async function answeredLines(
  licences: LicenceStore,
  document: SharedDocument,
  asked: Exclude<SharedCommand, PaymentCommand>,
  done: Done,
): Promise<readonly OnLine[]> {
  const { licences: only, except = [] } = asked;
  const command = { ...asked, licences: undefined, except: undefined, document: undefined };
  refuseUnknown(document, [...(only ?? []), ...except]);
  if (only !== undefined)
    return document.lines
      .filter(({ licenceId }) => only.includes(licenceId))
      .map(({ licenceId }) => ({ licenceId, command }));
  const loaded = await licences.loadEach(document.lines.map(({ licenceId }) => licenceId));
  const wanted = document.lines.filter(({ licenceId, documentId }) => {
    if (except.includes(licenceId)) return false;
    const found = loaded.get(licenceId);
    if (found instanceof Error) throw found;
    const { quote } = requireStored(licenceId, found).licence;
    return quote?.quoteId === documentId || done.has(licenceId);
  });
  if (wanted.length === 0)
    throw new Refused(`Quote ${document.number} is not open any more for any licence.`);
  return wanted.map(({ licenceId }) => ({ licenceId, command }));
}

function refuseUnknown({ number, lines }: SharedDocument, named: readonly string[]): void {
  const unknown = named.find((licenceId) => !lines.some((line) => line.licenceId === licenceId));
  if (unknown === undefined) return;
  throw new Refused(`Licence ${unknown} is not in quote ${number}: name licences of that quote.`);
}
