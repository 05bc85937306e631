import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { UndatedCommand } from './undated-command.ts';

/**
 * A command with the id of the invoice that it names by its printed number. One that no invoice of the licence has stays
 * as it is: the domain rejects it.
 */
export async function byPrintedNumber(
  licences: LicenceStore,
  licenceId: string,
  command: UndatedCommand,
): Promise<UndatedCommand> {
  if (command.activity === 'payment') {
    const { document } = command;
    if (document === undefined) return command;
    return { ...command, document: await idOf(licences, licenceId, document) };
  }
  if (command.activity === 'credit-invoice' || command.activity === 'reissue-invoice')
    return { ...command, invoice: await idOf(licences, licenceId, command.invoice) };
  return command;
}

async function idOf(licences: LicenceStore, licenceId: string, number: string): Promise<string> {
  if (number === 'last') return number;
  const found = await licences.loadWithHistory(licenceId);
  return found?.history.documents.find((document) => document.number === number)?.documentId ?? number;
}
