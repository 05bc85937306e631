import * as z from 'zod/mini';
import type { CivilDate } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import type { Documents } from '../table/document-client.ts';
import { documentsIn, type NumberedDocument } from '../documents/document-number.ts';
import { eventFrom, type RecordedEvent } from './event-item.ts';
import { type Parked, parkedSchema, records } from './licence-item.ts';
import { type CarriedOutRequest, requestFrom } from './request-item.ts';
import { type Mail, mailsIn } from '../mails/mail-item.ts';
import { NotValid, parseAt } from '../table/parse.ts';
import { allRecords } from '../table/query.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** A mail, and the day of the event that calls for it. */
export interface DatedMail extends Mail {
  readonly on: CivilDate;
}

/** Everything that the table has of a licence. */
export interface LicenceHistory {
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
  /** In the order of their events. */
  readonly mails: readonly DatedMail[];
  /** Its quotes and invoices, in the order of their issue. */
  readonly documents: readonly NumberedDocument[];
  readonly parked?: Parked | undefined;
  /** The ids of its mails that are not yet settled, oldest first. */
  readonly outbox: readonly string[];
  /** What operators asked for lately, in no order: the table forgets it. */
  readonly requests: readonly CarriedOutRequest[];
}

const itemSchema = z.object({ record: z.string() });
const licenceSchema = z.object({ outbox: z.array(z.string()), parked: z.optional(parkedSchema) });

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
    return historyIn(licenceId, await allRecords(this.documents, this.table, licenceId));
  }
}

/** What the items of a licence's partition say; undefined where the licence itself is not among them. */
export function historyIn(licenceId: string, items: readonly unknown[]): LicenceHistory | undefined {
  const named = items.map((item) => ({ item, record: recordIn(licenceId, item) }));
  const under = (prefix: string) =>
    named.flatMap(({ item, record }) => (record.startsWith(prefix) ? [item] : []));
  const [licence] = under(records.licence);
  if (licence === undefined) return undefined;
  const { outbox, parked } = parseAt(`licence ${licenceId} in the table`, licenceSchema, licence);
  const events = under(records.events).map((item) => eventFrom(licenceId, item));
  return {
    events,
    mails: mailsIn(licenceId, outbox, under(records.mails)).map((mail) => ({
      ...mail,
      on: dayOf(events, mail),
    })),
    documents: documentsIn(events),
    parked,
    outbox,
    requests: under(records.request('')).map((item) => requestFrom(licenceId, item)),
  };
}

function dayOf(events: readonly RecordedEvent[], { mailId, version }: Mail): CivilDate {
  const found = events.find((each) => each.version === version);
  if (found === undefined) throw new NotValid(`mail ${mailId} has no event ${version}`);
  return found.event.date;
}

function recordIn(licenceId: string, item: unknown): string {
  return parseAt(`a record of licence ${licenceId}`, itemSchema, item).record;
}
