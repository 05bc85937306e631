import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import { type FoundCustomers, SearchReader } from '../../adapters/dynamodb/customers/search-reader.ts';
import type { Documents } from '../../adapters/dynamodb/table/document-client.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { isFoundBy, rotations, searchWords } from '../../domain/customer/search-words.ts';

/** What a search reads at most: words of the text, entries of each, and customers. */
const mostWords = 6;
const mostEntries = 500;

/** Customers that a text names, and whether there may be more of them. */
export interface SearchedCustomers {
  readonly customers: readonly Customer[];
  readonly isCut: boolean;
}

/**
 * Finds customers by words of their names, addresses, VAT ids and standing purchase orders, in any order and by their
 * beginnings. What it reads is bounded, however many customers there are (docs/adr/0023).
 */
export class CustomerSearch {
  readonly #index: SearchReader;
  readonly #customers: CustomerReader;

  constructor(documents: Documents, settings: Settings) {
    this.#index = new SearchReader(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
  }

  async find(text: string): Promise<SearchedCustomers> {
    const words = searchWords(text).slice(0, mostWords);
    if (words.length === 0) return { customers: [], isCut: false };
    const ofWords = await this.#entries(words);
    const complete = ofWords.filter(({ isComplete }) => isComplete);
    // Frequent words alone tell nothing apart; side by side, as in a name, they do.
    const found = complete.length > 0 ? complete : await this.#entries(rotations(words));
    const candidates = complete.length > 0 ? inAll(found) : inAny(found);
    const { values } = await this.#customers.getAll([...candidates]);
    const customers = values.filter((customer) => isFoundBy(customer, words));
    return { customers: customers.toSorted(byName), isCut: complete.length === 0 };
  }

  #entries(phrases: readonly string[]): Promise<readonly FoundCustomers[]> {
    return Promise.all(phrases.map((phrase) => this.#index.customersWith(phrase, mostEntries)));
  }
}

function inAll([first, ...others]: readonly FoundCustomers[]): ReadonlySet<string> {
  return new Set(
    [...(first?.customerIds ?? [])].filter((id) => others.every(({ customerIds }) => customerIds.has(id))),
  );
}

function inAny(found: readonly FoundCustomers[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ customerIds }) => [...customerIds]).slice(0, mostEntries));
}

function byName(a: Customer, b: Customer): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
