import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import { type SharedDocument, sharedDocumentOf } from '../../documents/shared-document.ts';
import type { LicenceReader } from '../../../adapters/dynamodb/licences/licence-reader.ts';
import { Refused } from '../refused.ts';

/** A command that concerns several licences of a shared document at once. */
export type SharedCommand = Extract<
  LicenceCommand,
  { readonly activity: 'payment' | 'accept-quote' | 'decline-quote' }
>;

/** The shared document that a command is about. */
export interface OnDocument {
  readonly document: SharedDocument;
  readonly command: SharedCommand;
}

/**
 * The shared quote or invoice that a command names by its printed number: in the place of the licence, or as its document.
 * Undefined where it names none, and is about one licence. Throws `Refused` for a command that does not fit the document, or
 * that must name one of its licences.
 */
export async function sharedCommandOf(
  licences: LicenceReader,
  { licenceId: named, command }: Pick<OperationOf<'command'>, 'licenceId' | 'command'>,
): Promise<OnDocument | undefined> {
  const document = await sharedDocumentOf(licences, numberIn(command) ?? named);
  if (document === undefined) {
    refuseChoice(command);
    return undefined;
  }
  const { number, kind, lines } = document;
  if (command.activity === 'payment') return { document, command };
  if (command.activity === 'accept-quote' || command.activity === 'decline-quote') {
    if (kind === 'quote') return { document, command };
    throw new Refused(`${number} is an invoice: name the number of a quote.`);
  }
  const [{ licenceId }] = lines;
  throw new Refused(
    `${number} is for ${lines.length} licences, and this concerns one: name the licence, such as ${licenceId}.`,
  );
}

/** The number of the document that a command names. */
function numberIn(command: LicenceCommand): string | undefined {
  const isNaming = command.activity === 'payment' || command.activity === 'accept-quote';
  return isNaming || command.activity === 'decline-quote' ? command.document : undefined;
}

/** Licences are only chosen from those of a shared quote. */
function refuseChoice(command: LicenceCommand): void {
  if (command.activity !== 'accept-quote' && command.activity !== 'decline-quote') return;
  if (command.licences === undefined && command.except === undefined) return;
  throw new Refused('Licences can be chosen only for a quote that several licences share: name its number.');
}
