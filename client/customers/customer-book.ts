import { type AllAbout, AllAboutCustomer } from '../../adapters/dynamodb/customers/all-about-customer.ts';
import { CustomerHistoryReader } from '../../adapters/dynamodb/customers/customer-history-reader.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { type CustomerPage, CustomerList } from '../../adapters/dynamodb/customers/customer-list.ts';
import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { ReadItems } from '../../adapters/dynamodb/table/read-each.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { CustomerEntry } from '../../domain/customer/history.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { isId } from '../../domain/text/id.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { CustomerSearch } from '../finding/customer-search.ts';
import { outputNamed } from '../deployment/output-named.ts';
import { settingsOf } from '../deployment/settings-of.ts';

/** The customers of a deployment with their licences and their history, for whoever only looks at them. */
export class CustomerBook {
  readonly #list: CustomerList;
  readonly #history: CustomerHistoryReader;
  readonly #licencesOf: CustomerIndex;
  readonly #licences: LicenceReader;
  readonly #customers: CustomerReader;
  readonly #search: CustomerSearch;
  readonly #all: AllAboutCustomer;

  /** Throws `Refusal` for a deployment of a version that kept no history of customers. */
  constructor({ outputs: deployed }: Deployment) {
    outputNamed(deployed, outputs.customerHistoryTable);
    const settings = settingsOf(deployed);
    const documents = documentClient();
    this.#list = new CustomerList(documents, settings);
    this.#history = new CustomerHistoryReader(documents, settings);
    this.#licencesOf = new CustomerIndex(documents, settings);
    this.#licences = new LicenceReader(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
    this.#search = new CustomerSearch(documents, settings);
    this.#all = new AllAboutCustomer(documents, settings);
  }

  /** All customers after an id, in the order of their ids, page by page. */
  pages(after: string | undefined, most: number | undefined): AsyncGenerator<CustomerPage, void> {
    return this.#list.pages(after, most);
  }

  /** Customers that a text names by their id or by the beginnings of words; those that were erased or merged are not among them. */
  async find(text: string): Promise<readonly Customer[]> {
    const { customers } = await this.#search.find(text);
    const { values } = isId(text) ? await this.#customers.getAll([text]) : { values: [] };
    const found = new Map([...values, ...customers].map((each) => [each.customerId, each]));
    return [...found.values()].filter(
      ({ erasedOn, mergedInto }) => erasedOn === undefined && mergedInto === undefined,
    );
  }

  /** What was done about a customer, oldest first. */
  history(customerId: string): Promise<readonly CustomerEntry[]> {
    return this.#history.of(customerId);
  }

  /** All that is stored about a customer. */
  allAbout(customer: Customer, signal: AbortSignal): Promise<AllAbout> {
    return this.#all.of(customer, signal);
  }

  /** The ids of a customer's licences, in their order. */
  async licenceIds(customerId: string): Promise<readonly string[]> {
    return (await this.#licencesOf.licences(customerId)).toSorted();
  }

  /** Some of the ids of a customer's licences, those after licence `after`; `next`: the licence after which there are more. */
  licencePage(
    customerId: string,
    most: number,
    after?: string,
  ): Promise<{ readonly licenceIds: readonly string[]; readonly next?: string | undefined }> {
    return this.#licencesOf.page(customerId, most, after);
  }

  /** The states of licences, in no order. */
  async licences(licenceIds: readonly string[]): Promise<ReadItems<Licence>> {
    const { values, unreadable } = await this.#licences.loadAll(licenceIds);
    return { values: values.map(({ licence }) => licence), unreadable };
  }
}
