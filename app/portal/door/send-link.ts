import { randomUUID } from 'node:crypto';
import type { CustomerIndex } from '../../../adapters/dynamodb/customers/customer-index.ts';
import type { CustomerReader } from '../../../adapters/dynamodb/customers/customer-reader.ts';
import type { SearchReader } from '../../../adapters/dynamodb/customers/search-reader.ts';
import type { LicenceReader } from '../../../adapters/dynamodb/licences/licence-reader.ts';
import type { PortalLog } from '../../../adapters/dynamodb/runs/portal-log.ts';
import type { DayKeys } from '../../../adapters/kms/day-keys.ts';
import type { Mailer } from '../../../adapters/ses/mailer.ts';
import { signInMails } from '../../../contracts/delivery/mail.ts';
import { pathOf } from '../../../contracts/portal/paths.ts';
import { type CivilDate, dayIn } from '../../../domain/calendar.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { asciiAddress, whyNotMailable } from '../../../domain/customer/email-address.ts';
import { rotations, searchWords } from '../../../domain/customer/search-words.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { headerLine } from '../../../wording/text/line.ts';
import { composeLinkMail } from '../../../mail/portal/link-mail.ts';
import { plans } from '../../../plans/index.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { addressCode, addressesOf, normalAddress } from './readers.ts';
import { linkDays, linkToken, sealed } from './token.ts';

/** How long an address waits for its next link. */
const pauseMilliseconds = 15 * 60_000;
/** Most entries of an address that are looked at, and most customers that a mail leads to. */
const mostEntries = 25;
const mostCustomers = 5;

export interface SendingDependencies {
  readonly keys: DayKeys;
  readonly address: string;
  readonly search: Pick<SearchReader, 'customersWith'>;
  readonly customers: Pick<CustomerReader, 'get'>;
  readonly licencesOf: Pick<CustomerIndex, 'page'>;
  readonly licences: Pick<LicenceReader, 'load'>;
  readonly log: PortalLog;
  readonly mailer: Mailer;
}

/** A page that a link leads to, and whose it is. */
interface Destination {
  readonly customer: Customer;
  readonly path: string;
}

/** Mails links to the customer's page, at most one mail in a quarter of an hour to each address. */
export class LinkSender {
  private readonly use: SendingDependencies;

  constructor(dependencies: SendingDependencies) {
    this.use = dependencies;
  }

  /** Mails a link to the licences of each customer whose reader an address is; nothing where it is nobody's. */
  async sendTo(typed: string, now: number): Promise<void> {
    const address = normalAddress(typed);
    if (whyNotMailable(address) !== undefined) return;
    const customers = await this.customersOf(typed, address);
    const path = pathOf({ page: 'licences' });
    await this.send(
      address,
      customers.map((customer) => ({ customer, path })),
      false,
      now,
    );
  }

  /** Mails links to pages, at the first customer's language and in the name of its vendor. */
  async send(address: string, pages: readonly Destination[], isAgain: boolean, now: number): Promise<void> {
    const [first] = pages;
    if (first === undefined) return;
    const { log, mailer } = this.use;
    const today = dayIn('UTC', new Date(now).toISOString());
    const key = await this.use.keys.keyOf(today);
    const code = addressCode(key, address);
    if (!(await log.claimLink(code, now, pauseMilliseconds))) return;
    const to = asciiAddress(addressesOf(first.customer).get(address) ?? address);
    const plan = await this.planFor(first.customer);
    const mailId = `${signInMails}${randomUUID().replaceAll('-', '')}`;
    const { from, mime } = await composeLinkMail({
      mailId,
      plan,
      locale: first.customer.locale,
      to: { name: headerLine(first.customer.name), address: to },
      pages: pages.map(({ customer: { customerId, name }, path }) => ({
        customer: name,
        link: `${this.use.address}/in/${sealed(key, linkToken, [today, customerId, code, path])}`,
      })),
      isAgain,
      days: linkDays,
      today: localDay(plan, now),
    });
    const letter = { from, to: [to], message: mime };
    if (!mailer.maySend(letter)) return;
    const sent = await mailer.send({ mailId, attempts: 1 }, letter);
    if (sent.outcome !== 'sent')
      throw new Error(`a link to the customer's page was not sent: ${sent.reason}`);
  }

  /** Those whose address it is, found by its words (docs/adr/0023). */
  private async customersOf(typed: string, address: string): Promise<readonly Customer[]> {
    const [phrase = ''] = rotations(searchWords(typed));
    const { customerIds } = await this.use.search.customersWith(`${phrase}#mail#`, mostEntries);
    const found = await Promise.all([...customerIds].map((customerId) => this.use.customers.get(customerId)));
    const readers = found
      .filter((customer) => customer !== undefined)
      .filter((customer) => addressesOf(customer).has(address));
    return [...new Map(readers.map((customer) => [customer.customerId, customer])).values()].slice(
      0,
      mostCustomers,
    );
  }

  /** The plan of a licence of the customer: of a partner without any, the first. */
  private async planFor({ customerId }: Customer): Promise<Plan> {
    const { licenceIds } = await this.use.licencesOf.page(customerId, 1);
    const [licenceId] = licenceIds;
    const stored = licenceId === undefined ? undefined : await this.use.licences.load(licenceId);
    const [fallback] = plans;
    if (stored !== undefined) return planOf(stored.licence.facts.planId);
    if (fallback === undefined) throw new Error('there is no plan: plans/index.ts lists none');
    return fallback;
  }
}

function localDay({ timeZone }: Plan, now: number): CivilDate {
  return dayIn(timeZone, new Date(now).toISOString());
}
