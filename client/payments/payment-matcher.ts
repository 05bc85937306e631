import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import { NumberRegister } from '../../adapters/dynamodb/documents/number-register.ts';
import { LicenceReader, type StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';
import { documentIssuedBy } from '../../domain/billing/document-of.ts';
import { sharedBy } from '../../domain/licence/sharing.ts';
import type { IncomingPayment } from '../../domain/payments/incoming.ts';
import { idsIn } from '../../domain/payments/ids-in-text.ts';
import {
  type Match,
  matchByAmount,
  matchByNumbers,
  type NamedDocument,
  type PayableInvoice,
} from '../../domain/payments/match.ts';
import { printedNumbersIn } from '../../domain/payments/printed-numbers.ts';
import { plans } from '../../plans/index.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { CustomerSearch } from '../finding/customer-search.ts';
import { searchWords } from '../../domain/customer/search-words.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { documentNamed, payableInvoicesOf, sharedDocument } from './named-documents.ts';

/** What the printed numbers of all plans begin with. */
export const numberPrefixes = plans.flatMap(({ numbers }) => Object.values(numbers));

/**
 * Finds out what payments pay, by the tables: by the printed numbers in their texts, or else by the licence or customer that they
 * name, or the payer's name, and the amount. An invoice is given to one payment only.
 */
export class PaymentMatcher {
  readonly #licences: LicenceReader;
  readonly #customers: CustomerReader;
  readonly #ofCustomers: CustomerIndex;
  readonly #numbers: NumberRegister;
  readonly #search: CustomerSearch;
  /** The numbers of the invoices that earlier payments pay. */
  readonly #given = new Set<string>();

  constructor(deployment: Deployment) {
    const settings = settingsOf(deployment.outputs);
    const documents = documentClient();
    this.#licences = new LicenceReader(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
    this.#ofCustomers = new CustomerIndex(documents, settings);
    this.#numbers = new NumberRegister(documents, settings);
    this.#search = new CustomerSearch(documents, settings);
  }

  /** What a payment pays, or why that is not known. */
  async match(payment: IncomingPayment): Promise<Match> {
    const found = await this.#find(payment);
    if (found.matched) for (const number of found.numbers) this.#given.add(number);
    return found;
  }

  /** What the licences of a customer owe. */
  async openOf(customerId: string): Promise<readonly PayableInvoice[]> {
    return this.#openOfLicences(await this.#ofCustomers.licences(customerId));
  }

  async #find({ amount, text, payer = '' }: IncomingPayment): Promise<Match> {
    const numbers = printedNumbersIn(text, numberPrefixes);
    const named = await Promise.all(numbers.map((number) => this.#named(number)));
    if (named.some(({ isKnown }) => isKnown))
      return matchByNumbers(
        amount,
        named.map(({ document }) => document),
      );
    const { licenceIds, customerIds } = await this.#whoIn(text, payer);
    const [who] = [...licenceIds.map((id) => `licence ${id}`), ...customerIds.map((id) => `customer ${id}`)];
    if (who === undefined) {
      const closed = named.map(({ document }) => document.closed).join('; ');
      return { matched: false, reason: closed === '' ? nothingNamed : closed };
    }
    const owned = await sideBySide(customerIds, (customerId) => this.#ofCustomers.licences(customerId));
    const found = await this.#openOfLicences([...licenceIds, ...owned.flat()]);
    const open = new Map(found.map((each) => [each.invoiceId, each]));
    const free = [...open.values()].filter(({ number }) => !this.#given.has(number));
    return matchByAmount(amount, who, free);
  }

  /** The licences and customers that a payment names by their ids, or else the customers of the payer's name. */
  async #whoIn(text: string, payer: string) {
    const byId = await this.#idsIn(`${text} ${payer}`);
    if (byId.licenceIds.length + byId.customerIds.length > 0) return byId;
    const { customers } = await this.#search.find(payer);
    const words = searchWords(payer);
    const named = customers.filter(({ name }) => isPartOf(words, searchWords(name)));
    return { licenceIds: [], customerIds: named.map(({ customerId }) => customerId) };
  }

  async #named(number: string): Promise<{ readonly isKnown: boolean; readonly document: NamedDocument }> {
    const licenceId = await this.#numbers.licenceOf(number);
    const found = licenceId === undefined ? undefined : await this.#licences.loadWithHistory(licenceId);
    if (found === undefined)
      return { isKnown: false, document: { number, open: [], closed: `there is no ${number}` } };
    const document = await this.#document(number, found);
    const free = document.open.filter((invoice) => !this.#given.has(invoice.number));
    if (free.length === document.open.length) return { isKnown: true, document };
    return {
      isKnown: true,
      document: { number, open: free, closed: `another payment of this file pays ${number}` },
    };
  }

  /** What a printed number of a licence's documents stands for, also where other licences share that document. */
  async #document(number: string, found: StoredWithHistory): Promise<NamedDocument> {
    const issued = found.history.events.find((recorded) => recorded.number === number)?.event;
    const shared = issued && sharedBy(issued);
    const kind = issued && documentIssuedBy(issued)?.kind;
    if (shared === undefined || kind === undefined) return documentNamed(number, found);
    const lines = [];
    for (const { licenceId, version } of await this.#licences.sharedLines.of(shared)) {
      const line = await this.#licences.loadWithHistory(licenceId);
      const event = line?.history.events.find((recorded) => recorded.version === version)?.event;
      const documentId = event && documentIssuedBy(event)?.documentId;
      if (line !== undefined && documentId !== undefined) lines.push({ found: line, documentId });
    }
    return lines.length > 1 ? sharedDocument(number, kind, lines) : documentNamed(number, found);
  }

  async #openOfLicences(licenceIds: readonly string[]): Promise<readonly PayableInvoice[]> {
    const open = await sideBySide(licenceIds, async (licenceId) => {
      const found = await this.#licences.loadWithHistory(licenceId);
      return found === undefined ? [] : payableInvoicesOf(found);
    });
    return open.flat();
  }

  /** The licences and customers that a text names by their ids. */
  async #idsIn(text: string) {
    const ids = idsIn(text);
    const [licences, customers] = await Promise.all([
      this.#licences.loadAll(ids),
      this.#customers.getAll(ids),
    ]);
    return {
      licenceIds: licences.values.map(({ licence }) => licence.facts.licenceId),
      customerIds: customers.values.map(({ customerId }) => customerId),
    };
  }
}

function isPartOf(words: readonly string[], name: readonly string[]): boolean {
  return words.every((word) => name.includes(word));
}

const nothingNamed =
  "no printed number, licence or customer id is in its text, and no customer has the payer's name";
