import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import { partsOf } from '../../adapters/dynamodb/documents/document-number.ts';
import { NumberRegister } from '../../adapters/dynamodb/documents/number-register.ts';
import { HistoryReader } from '../../adapters/dynamodb/licences/history.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { ReferenceIndex } from '../../adapters/dynamodb/licences/reference-index.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { referenceIn } from '../../domain/customer/reference.ts';
import { foldedReference } from '../../domain/customer/search-words.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { idSchema } from '../../domain/text/id.ts';
import { plans } from '../../plans/index.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { CustomerSearch } from './customer-search.ts';

/** Something that a text names. */
export type Found =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'licence'; readonly licenceId: string }
  /** A quote, an invoice or a credit note by its printed number. */
  | { readonly kind: 'document'; readonly licenceId: string; readonly number: string }
  /** An event that names a purchase order or a payment. */
  | {
      readonly kind: 'purchase order' | 'payment';
      readonly licenceId: string;
      readonly reference: string;
      readonly on: CivilDate;
    };

/** All that a text names, and whether there may be more. */
export interface Searched {
  readonly found: readonly Found[];
  readonly isCut: boolean;
}

const mostOfShard = 20;
const mostReferences = 50;
/** Of a customer that alone is found. */
const mostLicences = 100;

/** Finds customers, licences, documents, purchase orders and payments; what it reads does not grow with the tables. */
export class Search {
  readonly #ofText: CustomerSearch;
  readonly #customers: CustomerReader;
  readonly #ofCustomers: CustomerIndex;
  readonly #licences: LicenceReader;
  readonly #histories: HistoryReader;
  readonly #register: NumberRegister;
  readonly #plans: PlanIndex;
  readonly #references: ReferenceIndex;

  constructor({ outputs }: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#ofText = new CustomerSearch(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
    this.#ofCustomers = new CustomerIndex(documents, settings);
    this.#licences = new LicenceReader(documents, settings);
    this.#histories = new HistoryReader(documents, settings);
    this.#register = new NumberRegister(documents, settings);
    this.#plans = new PlanIndex(documents, settings);
    this.#references = new ReferenceIndex(documents, settings);
  }

  /** What a text names: exact numbers and ids first. */
  async for(text: string): Promise<Searched> {
    const given = text.trim();
    // Ids and numbers are written in capitals, and typed in any letters.
    const ids = [...new Set([given, given.toUpperCase()])].filter((id) => idSchema.safeParse(id).success);
    const [documents, references, licences, customers, byId] = await Promise.all([
      this.#documentsOf(ids),
      this.#referencesTo(given),
      this.#licencesOf(ids),
      this.#ofText.find(given),
      this.#customers.getAll(ids),
    ]);
    const all = new Map([...byId.values, ...customers.customers].map((each) => [each.customerId, each]));
    const owners = [...all.values()].filter(({ erasedOn }) => erasedOn === undefined);
    const [only] = owners;
    const own = only !== undefined && owners.length === 1 ? await this.#ofCustomer(only.customerId) : none;
    const found: Found[] = [
      ...documents,
      ...references,
      ...licences.found,
      ...owners.map((customer) => ({ kind: 'customer' as const, customer })),
      ...own.found.filter((each) => !licences.found.some(({ licenceId }) => licenceId === each.licenceId)),
    ];
    return { found, isCut: customers.isCut || licences.isCut || own.isCut };
  }

  async #documentsOf(numbers: readonly string[]): Promise<readonly Found[]> {
    const found = await Promise.all(
      numbers
        .filter((number) => partsOf(number) !== undefined)
        .map(async (number) => {
          const licenceId = await this.#register.licenceOf(number);
          return licenceId === undefined ? [] : [{ kind: 'document' as const, licenceId, number }];
        }),
    );
    return found.flat();
  }

  /** The journal says what names it: an event's index entry alone does not. */
  async #referencesTo(text: string): Promise<readonly Found[]> {
    const reference = foldedReference(text);
    if (reference === '') return [];
    const licenceIds = await this.#references.licencesWith(reference, mostReferences);
    const found = await Promise.all(
      licenceIds.map(async (licenceId) => {
        const { events = [] } = (await this.#histories.read(licenceId)) ?? {};
        return events.flatMap(({ event }) => namedBy(event, reference));
      }),
    );
    return found.flat();
  }

  /** By the whole id, that of a payment or a document of the licence, or the beginning of its id. */
  async #licencesOf(ids: readonly string[]): Promise<FoundLicences> {
    const wholes = ids.flatMap((id) => [id, id.replace(/-[A-Z]\d+$/, '')]);
    const exact = await this.#licences.loadEach([...new Set(wholes)]);
    const known = [...exact].filter(([, stored]) => stored !== undefined).map(([licenceId]) => licenceId);
    if (known.length > 0) return { found: known.map(asFound), isCut: false };
    const beginnings = ids.filter((id) => /^\S{2,}$/.test(id) && /\d|-$/.test(id));
    const pages = await Promise.all(
      beginnings.flatMap((id) => plans.map((plan) => this.#plans.beginningWith(plan.id, id, mostOfShard))),
    );
    const found = pages.flat().map(({ licenceId }) => licenceId);
    return { found: found.toSorted().map(asFound), isCut: found.length >= mostOfShard };
  }

  async #ofCustomer(customerId: string): Promise<FoundLicences> {
    const licenceIds = (await this.#ofCustomers.licences(customerId)).toSorted();
    return {
      found: licenceIds.slice(0, mostLicences).map(asFound),
      isCut: licenceIds.length > mostLicences,
    };
  }
}

interface FoundLicences {
  readonly found: readonly { readonly kind: 'licence'; readonly licenceId: string }[];
  readonly isCut: boolean;
}

const none: FoundLicences = { found: [], isCut: false };

function asFound(licenceId: string): FoundLicences['found'][number] {
  return { kind: 'licence', licenceId };
}

function namedBy(event: Event, reference: string): readonly Found[] {
  const named = referenceIn(event);
  if (named === undefined || foldedReference(named) !== reference) return [];
  const kind = event.type === 'PaymentRecorded' ? 'payment' : 'purchase order';
  return [{ kind, licenceId: event.licenceId, reference: named, on: event.date }];
}
