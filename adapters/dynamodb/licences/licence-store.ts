import {
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Event } from '../../../domain/licence/events.ts';
import { hasOwnMail } from '../../../domain/licence/sharing.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';
import { documentsIn, numbersIn } from '../documents/document-number.ts';
import { Numbering } from '../documents/numbering.ts';
import { NumberRegister } from '../documents/number-register.ts';
import { numberingInTurn } from '../documents/turns.ts';
import { mailIdOf, type MailKindsOf } from '../mails/mail-item.ts';
import { type MailMove, updateOf } from '../mails/mail-moves.ts';
import { SharedHeads } from '../sharing/shared-head.ts';
import { type PuttingTogether, Sharing } from '../sharing/sharing.ts';
import type { Documents } from '../table/document-client.ts';
import { orLostRace } from '../table/faults.ts';
import { allRecords } from '../table/query.ts';
import type { Cause } from './cause.ts';
import { eventItem, type RecordedEvent } from './event-item.ts';
import { following, unchangedSince, withDueDay } from './following.ts';
import { itemOf, records, type Stored } from './licence-item.ts';
import { LicenceMarks } from './licence-marks.ts';
import { readOrError, stateItemIn } from './licence-reader.ts';
import { onlyOnce } from './only-once.ts';
import { rebuiltFrom } from './rebuilt.ts';
import { type CarriedOutRequest, requestItem } from './request-item.ts';

/** So many licences and events fit into one transaction, with the entries of three series of numbers. */
export const mostWritten = 97;

/** Events of a licence to be recorded. */
export interface LicenceChange {
  readonly plan: Plan;
  /** What the decision was made on; undefined for a licence that is new. */
  readonly before: Stored | undefined;
  readonly events: readonly Event[];
}

/** A mail that moves together with the events that record it, and whether it waits in the outbox then. */
interface RecordedMove {
  readonly move: MailMove;
  readonly waits: boolean;
}

/** What is written together with events, all or nothing: a mail's move that they record, and the request for them. */
export interface WrittenTogether {
  readonly moved?: RecordedMove | undefined;
  readonly request?: CarriedOutRequest | undefined;
}

/** Licences in table `Licences`: the state, its events, and the mails that they call for. */
export class LicenceStore extends LicenceMarks {
  private readonly settings: Settings;
  private readonly shards: number;
  private readonly mailKindsOf: MailKindsOf;
  private readonly cause: Cause | undefined;
  private readonly putting: PuttingTogether | undefined;
  private readonly register: NumberRegister;
  private readonly heads: SharedHeads;

  /**
   * @param cause what makes the events that it commits; unset: their items do not say
   * @param putting what is put together of what it commits; unset: nothing
   */
  constructor(
    documents: Documents,
    settings: Settings,
    mailKindsOf: MailKindsOf,
    cause?: Cause,
    putting?: PuttingTogether,
  ) {
    super(documents, settings);
    this.settings = settings;
    this.shards = shardsIn(settings);
    this.mailKindsOf = mailKindsOf;
    this.cause = cause;
    this.putting = putting;
    this.register = new NumberRegister(documents, settings);
    this.heads = new SharedHeads(documents, settings);
  }

  /** The same licences; what is committed by it says what made it. */
  causedBy(cause: Cause): LicenceStore {
    return new LicenceStore(this.documents, this.settings, this.mailKindsOf, cause, this.putting);
  }

  /** The same licences; what is committed by it shares documents and mails. */
  puttingTogether(putting: PuttingTogether): LicenceStore {
    return new LicenceStore(this.documents, this.settings, this.mailKindsOf, this.cause, putting);
  }

  /**
   * Records what happened to a licence: its new state and the events, all or nothing, with what is written together with them. The
   * mails that the events call for enter the outbox, and quotes and invoices get their numbers. `before` is what the
   * decision was made on; undefined for a licence that is new. Throws `ConcurrentChange` where the table has something
   * else by now.
   */
  async commit(
    plan: Plan,
    before: Stored | undefined,
    events: readonly Event[],
    { moved, request }: WrittenTogether = {},
  ): Promise<Stored> {
    const numbering = new Numbering(this.register);
    const sharing = new Sharing(this.heads, numbering, this.putting);
    const { after, puts } = await this.prepare({ plan, before, events }, sharing, moved);
    const { licenceId } = after.licence.facts;
    const requests = request === undefined ? [] : [this.put(onlyOnce(requestItem(licenceId, request)))];
    const moves = moved === undefined ? [] : [{ Update: updateOf(this.table, moved.move) }];
    await this.write(`licence ${licenceId}`, [
      ...puts,
      ...requests,
      ...moves,
      ...this.entriesOf(numbering, sharing),
    ]);
    return after;
  }

  /**
   * The same for several licences, all or none of them; quotes and invoices are numbered in the order given. It fails
   * for all where it fails for one. Together they may have no more than `mostWritten` licences and events. It waits for
   * its turn where others number the same series.
   * @param clock the time in milliseconds since 1970
   */
  async commitTogether(changes: readonly LicenceChange[], clock: () => number): Promise<void> {
    const { numbering, giveBackUnused } = await numberingInTurn(this.register, changes, clock);
    const sharing = new Sharing(this.heads, numbering, this.putting);
    const puts: TransactItem[] = [];
    for (const change of changes) puts.push(...(await this.prepare(change, sharing)).puts);
    await giveBackUnused();
    await this.write(`one of ${changes.length} licences`, [...puts, ...this.entriesOf(numbering, sharing)]);
  }

  private async prepare({ plan, before, events }: LicenceChange, sharing: Sharing, moved?: RecordedMove) {
    const first = (before?.version ?? 0) + 1;
    const recordable = await sharing.record(plan, before?.licence, events, first);
    const recorded: RecordedEvent[] = [];
    const waiting = moved?.waits === true ? [moved.move.mail.mailId] : [];
    const done = moved?.waits === false ? [moved.move.mail.mailId] : [];
    for (const [index, { event, number }] of recordable.entries()) {
      const version = first + index;
      recorded.push({ event, version, cause: this.cause, number });
      const kinds = hasOwnMail(event, version) ? await this.mailKindsOf(event, events.slice(index + 1)) : [];
      waiting.push(...kinds.map((kind) => mailIdOf(event.licenceId, version, kind)));
    }
    const given = numbersIn(documentsIn(recorded));
    const after = following(plan, before, events, { waiting, done }, given);
    const puts = [
      this.put({ Item: itemOf(after, this.shards), ...unchangedSince(before) }),
      ...recorded.map((each) => this.put(onlyOnce(eventItem(each)))),
    ];
    return { after, puts };
  }

  /**
   * The SDK's own request token covers its retries. One derived from the content would take two equal payments that
   * race each other for one.
   */
  private async write(what: string, items: TransactItem[]): Promise<void> {
    await this.documents.send(new TransactWriteCommand({ TransactItems: items })).catch((error: unknown) => {
      throw orLostRace(error, what);
    });
  }

  /** What the numbers and the shared documents of a transaction add to it. */
  private entriesOf(numbering: Numbering, sharing: Sharing): TransactItem[] {
    const { lines, heads } = sharing.written();
    return [
      ...lines.map((Item) => this.put({ Item })),
      ...[...numbering.entries(), ...heads].map((Put) => ({ Put })),
    ];
  }

  private put(put: Omit<PutCommandInput, 'TableName'>): TransactItem {
    return { Put: { TableName: this.table, ...put } };
  }

  /**
   * Takes settled mails out of the outbox, has the others wait until `mailsOn`, and computes again when the licence is
   * due: with the last mail gone, on the day that the domain says.
   */
  async settle(
    plan: Plan,
    before: Stored,
    mailIds: readonly string[],
    mailsOn = before.mailsOn,
  ): Promise<Stored> {
    const outbox = before.outbox.filter((mailId) => !mailIds.includes(mailId));
    const after = withDueDay(plan, { ...before, outbox, mailsOn });
    const isSame =
      after.mailsOn === before.mailsOn &&
      after.dueOn === before.dueOn &&
      after.isStalled === before.isStalled;
    if (isSame && outbox.length === before.outbox.length) return before;
    const { licenceId } = after.licence.facts;
    await this.documents
      .send(
        new PutCommand({
          TableName: this.table,
          Item: itemOf(after, this.shards),
          ...unchangedSince(before),
        }),
      )
      .catch((error: unknown) => {
        throw orLostRace(error, `licence ${licenceId}`);
      });
    return after;
  }

  /**
   * Writes the state of a licence anew, as its events leave it, where the stored one cannot be read; one that can be read
   * stays as it is. Throws `NotValid` where its events or its outbox cannot be read either.
   */
  async rebuild(licenceId: string, planOf: (planId: string) => Plan): Promise<void> {
    const items = await allRecords(this.documents, this.table, licenceId);
    const found = stateItemIn(items);
    if (found === undefined || !(readOrError(licenceId, found) instanceof Error)) return;
    const rebuilt = rebuiltFrom(licenceId, items, planOf);
    const put = new PutCommand({
      TableName: this.table,
      Item: itemOf(rebuilt, this.shards),
      ConditionExpression: 'version = :version AND outbox = :outbox',
      ExpressionAttributeValues: { ':version': rebuilt.version, ':outbox': rebuilt.outbox },
    });
    await this.documents.send(put).catch((error: unknown) => {
      throw orLostRace(error, `licence ${licenceId}`);
    });
  }

  /**
   * Writes event `version` anew, without personal text: it changes the licence in the same way. Done twice it is the same.
   * So it is with what made the event, where that names a person. Throws `ConcurrentChange` where the licence has no such event of its type.
   */
  async rewriteEvent(version: number, event: Event, cause: Cause | undefined): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.table,
      Key: { licenceId: event.licenceId, record: records.event(version) },
      UpdateExpression: `SET event = :event${cause === undefined ? '' : ', cause = :cause'}`,
      ConditionExpression: '#type = :type',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: {
        ':event': JSON.stringify(event),
        ':type': event.type,
        ...(cause !== undefined && { ':cause': cause }),
      },
    });
    await this.documents.send(update).catch((error: unknown) => {
      throw orLostRace(error, `event ${version} of licence ${event.licenceId}`);
    });
  }
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
