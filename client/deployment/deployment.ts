import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Command, Decision } from '../../domain/decide.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Facts, Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { applyActivity, registerLicence } from '../../app/commands/apply-command.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { type LicenceHistory, HistoryReader } from '../../adapters/dynamodb/licences/history.ts';
import type { Parked } from '../../adapters/dynamodb/licences/licence-item.ts';
import { type ParkedLicence, ParkedLicences } from '../../adapters/dynamodb/licences/parked.ts';
import { PlanLicences } from '../../adapters/dynamodb/licences/plan-licences.ts';
import { type Update, UpdateStore } from '../../adapters/dynamodb/updates/updates.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import { deliverPending, type Delivery, type MailingDependencies } from '../../app/mailing/deliver.ts';
import type { MailStatus } from '../../contracts/mail.ts';
import { planOf } from '../../plans/plan-of.ts';
import { openMailing } from '../../app/mailing/mailing-dependencies.ts';
import { releaseMail } from '../../app/mailing/release-mail.ts';
import { refused } from '../../cli/shell/ending.ts';
import { noSuchLicence } from '../../cli/shell/no-such-licence.ts';
import { settingsOf } from './settings-of.ts';

/** A licence as it stands, with whose it is and by which terms. */
export interface LicenceView {
  readonly plan: Plan;
  readonly licence: Licence;
  readonly customer: Customer;
  readonly parked?: Parked | undefined;
}

/** What was deployed, on AWS or on the embedded cloud, as the commands work with it. */
export class Deployment {
  /** Its names, by the keys of the stacks' outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly #post: MailingDependencies;
  readonly #updates: UpdateStore;
  readonly #ofPlans: PlanLicences;
  readonly #ofCustomers: CustomerIndex;
  readonly #parked: ParkedLicences;
  readonly #histories: HistoryReader;

  constructor(outputs: Readonly<Record<string, string>>) {
    this.outputs = outputs;
    const settings = settingsOf(outputs);
    const documents = documentClient();
    const post = openMailing(documents, settings);
    this.#post = { ...post, licences: post.licences.causedBy({ by: 'operator' }) };
    this.#updates = new UpdateStore(documents, settings);
    this.#ofPlans = new PlanLicences(documents, settings);
    this.#ofCustomers = new CustomerIndex(documents, settings);
    this.#parked = new ParkedLicences(documents, settings);
    this.#histories = new HistoryReader(documents, settings);
  }

  /** Refuses an id that no licence has. */
  async licence(licenceId: string): Promise<LicenceView> {
    const stored = await this.#post.licences.load(licenceId);
    if (stored === undefined) throw noSuchLicence(licenceId);
    const { licence, parked } = stored;
    const { planId, customerId } = licence.facts;
    const customer = await this.#post.customers.get(customerId);
    if (customer === undefined) {
      throw refused(
        `licence ${licenceId} is of customer ${customerId}, who is not in the table: bring the customer in with \`npx perennial import\``,
      );
    }
    return { plan: planOf(planId), licence, customer, parked };
  }

  /** The states of all licences of a plan, some hundred at a time. */
  licencesOf(planId: string): AsyncIterable<readonly Licence[]> {
    return this.#ofPlans.pages(planId);
  }

  /** What the table has of customers; those that it lacks are left out. */
  async customers(customerIds: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    const customers = await this.#post.customers.getAll(customerIds);
    return new Map(customers.map((customer) => [customer.customerId, customer]));
  }

  /** The licences of a plan that are parked, in order of their ids. */
  parkedOf(planId: string): Promise<readonly ParkedLicence[]> {
    return this.#parked.of(planId);
  }

  /** Which of these licences are parked. */
  parkedAmong(licenceIds: readonly string[]): Promise<readonly ParkedLicence[]> {
    return this.#parked.among(licenceIds);
  }

  /** Adds a customer or replaces what was known of it. */
  putCustomer(customer: Customer): Promise<void> {
    return this.#post.customers.put(customer);
  }

  /** What is known by now of licences; those that there are not are left out. */
  async facts(licenceIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
    const stored = await this.#post.licences.loadAll(licenceIds);
    return new Map(stored.map(({ licence: { facts } }) => [facts.licenceId, facts]));
  }

  /** The ids of a customer's licences. */
  licencesOfCustomer(customerId: string): Promise<readonly string[]> {
    return this.#ofCustomers.licences(customerId);
  }

  /** Enters a licence into the book; one that is in it already stays as it is. */
  async register(facts: Facts): Promise<void> {
    await registerLicence(this.#post.licences, facts);
  }

  /** Everything that happened to a licence, oldest first. */
  events(licenceId: string): Promise<readonly Event[]> {
    return this.#post.licences.events(licenceId);
  }

  /** Everything that the table has of a licence; undefined where there is no such licence. */
  history(licenceId: string): Promise<LicenceHistory | undefined> {
    return this.#histories.read(licenceId);
  }

  /** The published updates of a product, oldest first. */
  updates(planId: string, product: string): Promise<readonly Update[]> {
    return this.#updates.published(planId, product);
  }

  /** The password of an update for a licence; only for one that was given it. */
  passwordOf(licenceId: string, product: string, version: string): Promise<string> {
    return this.#post.passwords.passwordOf(licenceId, product, version);
  }

  /** Does what is asked of a licence, and journals it; a rejection too. `today` is the day now in its plan's time zone. */
  apply(licenceId: string, command: Command, today: CivilDate): Promise<Decision> {
    return applyActivity(this.#post.licences, licenceId, command, today);
  }

  /** Every mail of a licence, in the order of their events. */
  mails(licenceId: string): Promise<readonly Mail[]> {
    return this.#post.mails.mails(licenceId);
  }

  /** Puts a held mail back into the outbox; gives how it stood: one that is not held stays as it is. */
  releaseMail(licenceId: string, mailId: string, today: CivilDate): Promise<MailStatus> {
    return releaseMail(this.#post, licenceId, mailId, today);
  }

  /** Sends the mails that a licence has called for: how each stands, or in words what stood in the way. */
  async deliver(
    licenceId: string,
    today: CivilDate,
  ): Promise<{ readonly mails: readonly Delivery[] } | { readonly problem: string }> {
    try {
      // The time now dates no more than the lease on a mail that is being sent.
      return { mails: await deliverPending(this.#post, licenceId, today, Date.now()) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }
}
