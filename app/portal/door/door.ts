import { randomBytes } from 'node:crypto';
import type { CustomerReader } from '../../../adapters/dynamodb/customers/customer-reader.ts';
import type { PortalLog } from '../../../adapters/dynamodb/runs/portal-log.ts';
import type { DayKeys } from '../../../adapters/kms/day-keys.ts';
import { addDays, type CivilDate, dayIn } from '../../../domain/calendar.ts';
import type { Visit } from '../reader.ts';
import { readerOf } from './readers.ts';
import { codeOf, isCodeOf } from './seal.ts';
import type { LinkSender } from './send-link.ts';
import { linkDays, linkToken, opened, sealed, sessionToken } from './token.ts';

/** How long a session lasts: a working day. */
const sessionMilliseconds = 8 * 3_600_000;

/** A session that is nearly over is not kept. */
const shortestMilliseconds = 3_600_000;

/** What it takes to let readers in. */
export interface DoorDependencies {
  /** Of the customer's page, without a slash at its end. */
  readonly address: string;
  readonly keys: Pick<DayKeys, 'keyOf'>;
  readonly customers: Pick<CustomerReader, 'get'>;
  readonly log: Pick<PortalLog, 'endSession' | 'hasEnded'>;
  readonly sender: Pick<LinkSender, 'send' | 'sendTo'>;
  /** Takes note of what went wrong where nobody may learn that something did. */
  readonly report: (error: unknown) => Promise<void>;
}

/** What comes of following a link. */
export type Entry =
  | { readonly is: 'in'; readonly session: string; readonly path: string }
  /** It was good once, and its reader may have a new one. */
  | { readonly is: 'expired' }
  /** Not signed here, of long ago, or of an address that is none of the customer's any more. */
  | { readonly is: 'invalid' };

/** Who has a session. */
export interface Session {
  readonly visit: Visit;
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
  /** Of the reader's customer, such as de-AT. */
  readonly locale: string;
  /** What every form of the session brings back. */
  readonly formCode: string;
  /** Whether a form has brought that back. */
  readonly hasSent: (formCode: string) => boolean;
}

/**
 * Lets readers in: a signed link makes a session. Both are good only while their address is one of the customer's, which
 * every request checks. All times are in milliseconds since 1970.
 */
export class Door {
  /** Where the customer's page is, without a slash at its end. */
  readonly address: string;
  private readonly keys: Pick<DayKeys, 'keyOf'>;
  private readonly customers: Pick<CustomerReader, 'get'>;
  private readonly log: DoorDependencies['log'];
  private readonly sender: DoorDependencies['sender'];
  private readonly report: DoorDependencies['report'];

  constructor({ address, keys, customers, log, sender, report }: DoorDependencies) {
    this.report = report;
    this.address = address;
    this.keys = keys;
    this.customers = customers;
    this.log = log;
    this.sender = sender;
  }

  /**
   * Follows a link. It changes nothing: a mail scanner may follow it too. A reader who is in already stays in the same
   * session while that has an hour or more: the forms that are open in other tabs stay good.
   */
  async enter(token: string, now: number, current?: string): Promise<Entry> {
    const today = utcDay(now);
    const link = await opened(this.keys, linkToken, token, today);
    if (link === undefined) return { is: 'invalid' };
    const [day, customerId, code, path] = link.claims;
    const reader = readerOf(await this.customers.get(customerId), link.key, code);
    if (reader === undefined) return { is: 'invalid' };
    if (day < addDays(today, -linkDays)) return { is: 'expired' };
    const kept = current === undefined ? undefined : await this.sessionOf(current, now);
    if (current !== undefined && kept !== undefined && isSameReader(kept, reader, now))
      return { is: 'in', session: current, path };
    const id = randomBytes(16).toString('base64url');
    const claims = [day, customerId, code, id, now + sessionMilliseconds] as const;
    return { is: 'in', session: sealed(link.key, sessionToken, claims), path };
  }

  /** Who has a session; undefined if it has ended, was ended, or its address is none of the customer's any more. */
  async sessionOf(token: string, now: number): Promise<Session | undefined> {
    const session = await opened(this.keys, sessionToken, token, utcDay(now));
    if (session === undefined) return undefined;
    const { claims, key } = session;
    const [, customerId, code, id, until] = claims;
    if (until <= now) return undefined;
    const [customer, hasEnded] = await Promise.all([this.customers.get(customerId), this.log.hasEnded(id)]);
    const reader = hasEnded ? undefined : readerOf(customer, key, code);
    if (customer === undefined || reader === undefined) return undefined;
    return {
      visit: { reader, now },
      until,
      locale: customer.locale,
      formCode: codeOf(key, 'form', id),
      hasSent: (sent) => isCodeOf(key, 'form', id, sent),
    };
  }

  /** Ends a session, wherever its cookie is. */
  async leave(token: string, now: number): Promise<void> {
    const session = await opened(this.keys, sessionToken, token, utcDay(now));
    if (session === undefined) return;
    const [, , , id, until] = session.claims;
    await this.log.endSession(id, until);
  }

  /** Sends a new link to the reader of an old one, if that still is one. */
  async renew(token: string, now: number): Promise<void> {
    const today = utcDay(now);
    const link = await opened(this.keys, linkToken, token, today);
    if (link === undefined) return;
    const [, customerId, code, path] = link.claims;
    const customer = await this.customers.get(customerId);
    const reader = readerOf(customer, link.key, code);
    if (customer === undefined || reader === undefined) return;
    await this.sender.send(reader.address, [{ customer, path }], true, now).catch(this.report);
  }

  /** Sends a link to an address, if it is one of a customer's. Nobody learns which. */
  async signIn(address: string, now: number): Promise<void> {
    await this.sender.sendTo(address, now).catch(this.report);
  }
}

function utcDay(now: number): CivilDate {
  return dayIn('UTC', new Date(now).toISOString());
}

/** Whether a session is one of a reader, and goes on for a while. */
function isSameReader({ visit, until }: Session, reader: Visit['reader'], now: number): boolean {
  const { customerId, address, role } = visit.reader;
  const isSame = customerId === reader.customerId && address === reader.address && role === reader.role;
  return isSame && until - now >= shortestMilliseconds;
}
