import type { Customer } from '../../domain/customer/customer.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Facts, Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { idSchema } from '../../domain/text/id.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import {
  type DatedMail,
  type LicenceHistory,
  HistoryReader,
} from '../../adapters/dynamodb/licences/history.ts';
import type { Parked } from '../../adapters/dynamodb/licences/licence-item.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { type ParkedLicence, ParkedLicences } from '../../adapters/dynamodb/licences/parked.ts';
import { PlanLicences } from '../../adapters/dynamodb/licences/plan-licences.ts';
import { MailReader } from '../../adapters/dynamodb/mails/mail-reader.ts';
import type { ReadItems } from '../../adapters/dynamodb/table/read-each.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { type Update, UpdateReader } from '../../adapters/dynamodb/updates/update-reader.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { planOf } from '../../plans/plan-of.ts';
import { Refusal } from '../operator/errors.ts';
import { OperatorClient } from '../operator/operator-client.ts';
import { outputNamed } from './output-named.ts';
import { settingsOf } from './settings-of.ts';
import { noCustomer } from '../../contracts/operator/no-customer.ts';
import { noLicence } from '../../contracts/operator/no-licence.ts';

export type { ReadItems, Unreadable } from '../../adapters/dynamodb/table/read-each.ts';
export type { Cause } from '../../adapters/dynamodb/licences/cause.ts';
export type { DatedMail, LicenceHistory } from '../../adapters/dynamodb/licences/history.ts';
export type { Parked } from '../../adapters/dynamodb/licences/licence-item.ts';
export type { ParkedLicence } from '../../adapters/dynamodb/licences/parked.ts';
export type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';

/** A licence with its plan and its customer. */
export interface LicenceView {
  /** What it was asked for by: its id, or the printed number of one of its documents. */
  readonly named: string;
  readonly plan: Plan;
  readonly licence: Licence;
  readonly customer: Customer;
  readonly parked?: Parked | undefined;
}

/** What was deployed, on AWS or on the embedded cloud: read from its tables, and changed by its operator function. */
export class Deployment {
  /** Its names, by the keys of the stacks' outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly #licences: LicenceReader;
  readonly #customers: CustomerReader;
  readonly #mails: MailReader;
  readonly #updates: UpdateReader;
  readonly #ofPlans: PlanLicences;
  readonly #ofCustomers: CustomerIndex;
  readonly #parked: ParkedLicences;
  readonly #histories: HistoryReader;

  constructor(deployed: Readonly<Record<string, string>>) {
    this.outputs = deployed;
    const settings = settingsOf(deployed);
    const documents = documentClient();
    this.#licences = new LicenceReader(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
    this.#mails = new MailReader(documents, settings);
    this.#updates = new UpdateReader(documents, settings);
    this.#ofPlans = new PlanLicences(documents, settings);
    this.#ofCustomers = new CustomerIndex(documents, settings);
    this.#parked = new ParkedLicences(documents, settings);
    this.#histories = new HistoryReader(documents, settings);
  }

  /** Changes what is deployed. Throws `Refusal` where an older deployment has no operator function. */
  get operator(): OperatorClient {
    return new OperatorClient(outputNamed(this.outputs, outputs.operatorAddress));
  }

  /** The id of the licence that an id or a printed number names. Throws `Refusal` for what can be neither. */
  async idOf(given: string): Promise<string> {
    if (!idSchema.safeParse(given).success) throw noSuchLicence(given.slice(0, 80));
    return this.#licences.idOf(given);
  }

  /** A licence by its id or the number of one of its documents. Throws `Refusal` for one that no licence has. */
  async licence(named: string): Promise<LicenceView> {
    const licenceId = await this.idOf(named);
    const stored = await this.#licences.load(licenceId);
    if (stored === undefined) throw noSuchLicence(licenceId);
    const { licence, parked } = stored;
    const { planId, customerId } = licence.facts;
    const customer = await this.#customers.get(customerId);
    if (customer === undefined) {
      throw new Refusal(
        `Licence ${licenceId} belongs to customer ${customerId}, who is not in the table. Import the customer with \`npx perennial import\`.`,
      );
    }
    return { named, plan: planOf(planId), licence, customer, parked };
  }

  /** The states of all licences of a plan, some hundred at a time. */
  licencesOf(planId: string): AsyncIterable<ReadItems<Licence>> {
    return this.#ofPlans.pages(planId);
  }

  /** Customers as the table has them; unknown customers are omitted. */
  customers(customerIds: readonly string[]): Promise<ReadItems<Customer>> {
    return this.#customers.getAll(customerIds);
  }

  /** The licences of a plan that are parked, in order of their ids. */
  parkedOf(planId: string): Promise<readonly ParkedLicence[]> {
    return this.#parked.of(planId);
  }

  /** Which of these licences are parked. */
  parkedAmong(licenceIds: readonly string[]): Promise<readonly ParkedLicence[]> {
    return this.#parked.among(licenceIds);
  }

  /** The current facts of licences; unknown licences are omitted. */
  async facts(licenceIds: readonly string[]): Promise<ReadItems<Facts>> {
    const { values, unreadable } = await this.#licences.loadAll(licenceIds);
    return { values: values.map(({ licence }) => licence.facts), unreadable };
  }

  /** The states of a customer's licences, some hundred at a time. Throws `Refusal` where there is no such customer. */
  async *statesOfCustomer(customerId: string): AsyncGenerator<ReadItems<Licence>, void> {
    const { customerId: own } = await this.requireCustomer(customerId);
    yield* this.#ofPlans.pagesOfIds(await this.#ofCustomers.licences(own));
  }

  /** A customer, or the one that took its place. Throws `Refusal` where there is none of this id. */
  async requireCustomer(customerId: string): Promise<Customer> {
    const isId = idSchema.safeParse(customerId).success;
    const customer = isId ? await this.#customers.get(customerId) : undefined;
    if (customer === undefined) throw new Refusal(noCustomer(customerId.slice(0, 80)));
    return customer;
  }

  /** The ids of a customer's licences. */
  licencesOfCustomer(customerId: string): Promise<readonly string[]> {
    return this.#ofCustomers.licences(customerId);
  }

  /** Everything that happened to a licence, oldest first. */
  events(licenceId: string): Promise<readonly Event[]> {
    return this.#licences.events(licenceId);
  }

  /** Everything that the table has of a licence; undefined where there is no such licence. */
  history(licenceId: string): Promise<LicenceHistory | undefined> {
    return this.#histories.read(licenceId);
  }

  /** The published updates of a product, oldest first. */
  updates(planId: string, product: string): Promise<readonly Update[]> {
    return this.#updates.published(planId, product);
  }

  /** Every mail of a licence, in the order of their events. */
  mails(licenceId: string): Promise<readonly DatedMail[]> {
    return this.#mails.mails(licenceId);
  }
}

/** The refusal of an id that no licence has. */
export function noSuchLicence(licenceId: string): Refusal {
  return new Refusal(noLicence(licenceId));
}
