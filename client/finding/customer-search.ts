import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import { type FoundCustomers, SearchReader } from '../../adapters/dynamodb/customers/search-reader.ts';
import type { Documents } from '../../adapters/dynamodb/table/document-client.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { isFoundBy, phraseOf, searchWords } from '../../domain/customer/search-words.ts';

/** What a search looks up at most: words of the text, entries of each, and customers. */
const mostWords = 3;
const mostEntries = 500;
const mostCustomers = 100;

/** Customers that a text names, and whether there may be more of them. */
export interface SearchedCustomers {
  readonly customers: readonly Customer[];
  readonly isCut: boolean;
}

/** Customers that a text may name, by their ids, and whether there may be more of them. */
interface Candidates {
  readonly customerIds: readonly string[];
  readonly isCut: boolean;
}

/**
 * Finds customers by words of their names, addresses, VAT ids and standing purchase orders, in any order and by their
 * beginnings. It makes five requests at most, however many customers there are (docs/adr/0023).
 */
export class CustomerSearch {
  readonly #index: SearchReader;
  readonly #customers: CustomerReader;

  constructor(documents: Documents, settings: Settings) {
    this.#index = new SearchReader(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
  }

  async find(text: string): Promise<SearchedCustomers> {
    const { customerIds, isCut } = await this.candidates(text);
    const { values } = await this.#customers.getAll(customerIds);
    return { customers: namedBy(values, text), isCut };
  }

  /** Those that have the words of the text, or the rarest of them: `namedBy` says which have all. Four requests at most. */
  async candidates(text: string): Promise<Candidates> {
    const words = searchWords(text);
    if (words.length === 0) return { customerIds: [], isCut: false };
    const phrase = phraseOf(words);
    // Words without spaces between them, as in an address or an id, stand side by side in what they name.
    const isOne = !/\s/.test(text.trim());
    const ofWords = await this.#entries(isOne ? [phrase] : longestOf(words));
    const complete = ofWords.filter(({ isComplete }) => isComplete);
    if (complete.length > 0) return upTo(mostCustomers, inAll(complete), false);
    // Frequent words alone tell nothing apart; side by side, as in a name, they do.
    const found = isOne ? ofWords : await this.#entries([phrase]);
    return upTo(mostCustomers, inAll(found), true);
  }

  #entries(phrases: readonly string[]): Promise<readonly FoundCustomers[]> {
    return Promise.all(phrases.map((phrase) => this.#index.customersWith(phrase, mostEntries)));
  }
}

/** Those of these customers that have all words of a text, by name. */
export function namedBy(customers: readonly Customer[], text: string): readonly Customer[] {
  const words = searchWords(text);
  return customers.filter((customer) => isFoundBy(customer, words)).toSorted(byName);
}

/** Long words are rarer than short ones. */
function longestOf(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted((a, b) => b.length - a.length).slice(0, mostWords);
}

function inAll([first, ...others]: readonly FoundCustomers[]): readonly string[] {
  return [...(first?.customerIds ?? [])].filter((id) =>
    others.every(({ customerIds }) => customerIds.has(id)),
  );
}

function upTo(most: number, customerIds: readonly string[], isCut: boolean): Candidates {
  return { customerIds: customerIds.slice(0, most), isCut: isCut || customerIds.length > most };
}

function byName(a: Customer, b: Customer): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
