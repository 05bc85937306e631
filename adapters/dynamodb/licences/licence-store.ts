import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Documents } from '../table/document-client.ts';
import { nextDueOn } from '../../../domain/agenda.ts';
import { type CivilDate, earlierOf } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Cause } from './cause.ts';
import { eventItem, type RecordedEvent } from './event-item.ts';
import { applies, orLostRace } from '../table/faults.ts';
import { itemOf, licenceKey, type Parked, type Stored } from './licence-item.ts';
import { LicenceReader } from './licence-reader.ts';
import { mailKey, type MailKindOf, newMail } from '../mails/mail-item.ts';
import { type MailMove, updateOf } from '../mails/mail-moves.ts';
import { type CarriedOutRequest, requestFrom, requestItem, requestKey } from './request-item.ts';
import { type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';

/** A mail that moves together with the events that tell of it, and whether it waits in the outbox then. */
interface RecordedMove {
  readonly move: MailMove;
  readonly waits: boolean;
}

/** What is written together with events, all or nothing: a mail's move that they tell of, and the request for them. */
export interface WrittenBeside {
  readonly told?: RecordedMove | undefined;
  readonly request?: CarriedOutRequest | undefined;
}

/** Licences in table `Licences`: the state, its events, and the mails that they call for. */
export class LicenceStore extends LicenceReader {
  private readonly settings: Settings;
  private readonly shards: number;
  private readonly mailKindOf: MailKindOf;
  private readonly cause: Cause | undefined;

  /** @param cause what makes the events that it commits; unset: their items do not say */
  constructor(documents: Documents, settings: Settings, mailKindOf: MailKindOf, cause?: Cause) {
    super(documents, settings);
    this.settings = settings;
    this.shards = shardsIn(settings);
    this.mailKindOf = mailKindOf;
    this.cause = cause;
  }

  /** The same licences; what is committed by it says what made it. */
  causedBy(cause: Cause): LicenceStore {
    return new LicenceStore(this.documents, this.settings, this.mailKindOf, cause);
  }

  /**
   * Records what happened to a licence: its new state, the events and the mails that they call for,
   * all or nothing, with what is written beside. `before` is what the decision was made on; undefined for a
   * licence that is new. Throws `ConcurrentChange` where the table has something else by now.
   */
  async commit(
    plan: Plan,
    before: Stored | undefined,
    events: readonly Event[],
    { told, request }: WrittenBeside = {},
  ): Promise<Stored> {
    const numbered = events.map((event, index): RecordedEvent => {
      return { event, version: (before?.version ?? 0) + index + 1, cause: this.cause };
    });
    const mails = numbered.flatMap(({ event, version }, index) => {
      const kind = this.mailKindOf(event, events.slice(index + 1));
      return kind === undefined ? [] : [newMail(event, version, kind)];
    });
    const waiting = mails.map(({ mailId }) => mailId);
    if (told?.waits === true) waiting.push(told.move.mail.mailId);
    const done = told?.waits === false ? [told.move.mail.mailId] : [];
    const after = following(plan, before, events, waiting, done);
    const { licenceId } = after.licence.facts;
    const puts = [
      { Item: itemOf(after, this.shards), ...unchangedSince(before) },
      ...numbered.map((recorded) => onlyOnce(eventItem(recorded))),
      ...mails.map((mail) => onlyOnce({ ...mailKey(mail), ...mail })),
      ...(request === undefined ? [] : [onlyOnce(requestItem(licenceId, request))]),
    ];
    // The SDK's own request token covers its retries. One derived from the content would take two equal
    // payments that race each other for one.
    await this.documents
      .send(
        new TransactWriteCommand({
          TransactItems: [
            ...puts.map((Put) => ({ Put: { TableName: this.table, ...Put } })),
            ...(told === undefined ? [] : [{ Update: updateOf(this.table, told.move) }]),
          ],
        }),
      )
      .catch((error: unknown) => {
        throw orLostRace(error, `licence ${licenceId}`);
      });
    return after;
  }

  /**
   * Takes settled mails out of the outbox, has the others wait until `mailsOn`, and reckons anew when the licence is
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
    const isSame = after.mailsOn === before.mailsOn && after.dueOn === before.dueOn;
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

  /** A request that was carried out on a licence; undefined where there is none of this id. */
  async findRequest(licenceId: string, requestId: string): Promise<CarriedOutRequest | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: this.table,
        Key: requestKey(licenceId, requestId),
        ConsistentRead: true,
      }),
    );
    return Item && requestFrom(licenceId, Item);
  }

  /** Notes a request that made no event. Throws `ConcurrentChange` where it is noted already. */
  async noteRequest(licenceId: string, request: CarriedOutRequest): Promise<void> {
    const put = new PutCommand({ TableName: this.table, ...onlyOnce(requestItem(licenceId, request)) });
    await this.documents.send(put).catch((error: unknown) => {
      throw orLostRace(error, `licence ${licenceId}`);
    });
  }

  /** Leaves a licence out of the runs. Reads nothing of it, so that one that cannot be read can be parked. */
  async park(licenceId: string, parked: Parked): Promise<void> {
    await this.markParked(licenceId, {
      UpdateExpression: 'SET parked = :parked REMOVE dueOn',
      ConditionExpression: 'attribute_exists(licenceId)',
      ExpressionAttributeValues: { ':parked': parked },
    });
  }

  /** Lets the run of day `on` take up a parked licence again; changes nothing where it is not parked. */
  async unpark(licenceId: string, on: CivilDate): Promise<void> {
    await this.markParked(licenceId, {
      UpdateExpression: 'SET dueOn = :on REMOVE parked',
      ConditionExpression: 'attribute_exists(parked)',
      ExpressionAttributeValues: { ':on': on },
    });
  }

  private async markParked(licenceId: string, update: ParkingUpdate): Promise<void> {
    const command = new UpdateCommand({ TableName: this.table, Key: licenceKey(licenceId), ...update });
    await applies(this.documents.send(command));
  }
}

type ParkingUpdate = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;

function following(
  plan: Plan,
  before: Stored | undefined,
  events: readonly Event[],
  waiting: readonly string[],
  done: readonly string[],
): Stored {
  const licence = events.reduce<Licence | undefined>(evolve, before?.licence);
  const today = events.at(-1)?.date;
  if (licence === undefined || today === undefined) throw new RangeError('a commit takes at least one event');
  const version = (before?.version ?? 0) + events.length;
  const kept = (before?.outbox ?? []).filter((mailId) => !done.includes(mailId) && !waiting.includes(mailId));
  const outbox = [...kept, ...waiting];
  const mailsOn = waiting.length > 0 ? today : before?.mailsOn;
  return withDueDay(plan, { licence, version, outbox, mailsOn, parked: before?.parked });
}

/** While mails wait, their day counts too, so that a run delivers what was committed and then left lying. */
function withDueDay(plan: Plan, stored: Stored): Stored {
  const { licence, outbox, parked } = stored;
  const mailsOn = outbox.length > 0 ? stored.mailsOn : undefined;
  if (parked !== undefined) return { ...stored, mailsOn, dueOn: undefined };
  const ownDay = nextDueOn(plan, licence);
  const dueOn =
    mailsOn !== undefined && ownDay !== undefined ? earlierOf(mailsOn, ownDay) : (mailsOn ?? ownDay);
  return { ...stored, mailsOn, dueOn };
}

/**
 * The condition that nobody has written the licence since it was read. At one version the outbox only
 * shrinks, so its length tells whether it is the same; parking changes neither.
 */
function unchangedSince(before: Stored | undefined) {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(licenceId)' };
  const parked = before.parked === undefined ? 'attribute_not_exists(parked)' : 'attribute_exists(parked)';
  return {
    ConditionExpression: `version = :version AND size(outbox) = :mails AND ${parked}`,
    ExpressionAttributeValues: { ':version': before.version, ':mails': before.outbox.length },
  };
}

function onlyOnce(item: Record<string, unknown>) {
  return { Item: item, ConditionExpression: 'attribute_not_exists(licenceId)' };
}
