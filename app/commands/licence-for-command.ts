import type { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { Refused } from './refused.ts';

/**
 * The id of the licence that a command names by its id or by the printed number of a document. A command that is about
 * the open quote, and names a quote by its number, must name the open one: throws `Refused` otherwise.
 */
export async function licenceForCommand(
  licences: LicenceReader,
  named: string,
  { activity }: Pick<LicenceCommand, 'activity'>,
): Promise<string> {
  const licenceId = await licences.idOf(named);
  const openQuote = openQuoteFor(activity);
  if (licenceId === named || openQuote === undefined) return licenceId;
  const loaded = await licences.loadWithHistory(licenceId);
  if (loaded === undefined) return licenceId;
  const { documents } = loaded.history;
  const open = documents.find(({ documentId }) => documentId === openQuote(loaded.stored.licence));
  const asked = documents.find((document) => document.number === named);
  if (asked?.kind !== 'quote' || open?.number === named) return licenceId;
  const instead = open === undefined ? 'No quote is open' : `The open quote is ${open.number}`;
  throw new Refused(`Quote ${named} of licence ${licenceId} is not open any more. ${instead}.`);
}

/** Which quote a command is about; undefined where it is about none. */
function openQuoteFor(
  activity: LicenceCommand['activity'],
): ((licence: Licence) => string | undefined) | undefined {
  if (activity === 'accept-quote' || activity === 'decline-quote') return ({ quote }) => quote?.quoteId;
  if (activity === 'accept-change') return ({ changeQuote }) => changeQuote?.quoteId;
  return undefined;
}
