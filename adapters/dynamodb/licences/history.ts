import * as z from 'zod';
import { environment } from '../../../contracts/deployment/environment.ts';
import type { Documents } from '../table/document-client.ts';
import { documentFrom, type NumberedDocument } from '../documents/document-item.ts';
import { eventFrom, type RecordedEvent } from './event-item.ts';
import { type Parked, parkedSchema, records } from './licence-item.ts';
import { type Mail, mailFrom } from '../mails/mail-item.ts';
import { parseAt } from '../table/parse.ts';
import { allRecords } from '../table/query.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** Everything that the table has of a licence. */
export interface LicenceHistory {
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
  /** In the order of their events. */
  readonly mails: readonly Mail[];
  /** The quotes and invoices that have a number. */
  readonly documents: readonly NumberedDocument[];
  readonly parked?: Parked | undefined;
}

const itemSchema = z.object({ record: z.string() });
const licenceSchema = z.object({ parked: parkedSchema.optional() });

/** Licences with all that happened to them, for whoever only looks at them: one query each. */
export class HistoryReader {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  /** Undefined where there is no such licence. Reads its events and not its state, which may be what it is parked for. */
  async read(licenceId: string): Promise<LicenceHistory | undefined> {
    const items = await allRecords(this.documents, this.table, licenceId);
    const under = (prefix: string) => items.filter((item) => recordIn(licenceId, item).startsWith(prefix));
    const [licence] = under(records.licence);
    if (licence === undefined) return undefined;
    return {
      events: under(records.events).map((item) => eventFrom(licenceId, item)),
      mails: under(records.mails).map((item) => mailFrom(`a mail of licence ${licenceId}`, item)),
      documents: under(records.document('')).map((item) => documentFrom(licenceId, item)),
      parked: parseAt(`licence ${licenceId} in the table`, licenceSchema, licence).parked,
    };
  }
}

function recordIn(licenceId: string, item: unknown): string {
  return parseAt(`a record of licence ${licenceId}`, itemSchema, item).record;
}
