import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { mailToFormerCustomer } from '../../../contracts/delivery/mail.ts';
import { keyOfDocument } from '../../../contracts/delivery/documents.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import type { CustomerEntry } from '../../../domain/customer/history.ts';
import { paymentIdsIn } from '../../../domain/payments/incoming.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { HistoryReader, type LicenceHistory } from '../licences/history.ts';
import type { KeptPayment } from '../payments/payment-item.ts';
import { PaymentReader } from '../payments/payment-reader.ts';
import type { Documents } from '../table/document-client.ts';
import { sideBySide } from '../table/side-by-side.ts';
import { CustomerHistoryReader } from './customer-history-reader.ts';
import { CustomerIndex } from './customer-index.ts';
import { CustomerReader } from './customer-reader.ts';

/** A licence of the export, since it is this customer's. */
interface ExportedLicence extends Partial<LicenceHistory> {
  readonly licenceId: string;
  readonly planId?: string;
}

/** All that is stored about a customer. */
export interface AllAbout {
  readonly customer: Customer;
  readonly mergedCustomers: readonly Customer[];
  readonly history: readonly CustomerEntry[];
  readonly licences: readonly ExportedLicence[];
  readonly payments: readonly KeptPayment[];
}

/** Reads all that is stored about a customer: what a request for access to personal data is answered with (GDPR, Article 15). */
export class AllAboutCustomer {
  readonly #customers: CustomerReader;
  readonly #history: CustomerHistoryReader;
  readonly #licencesOf: CustomerIndex;
  readonly #licences: HistoryReader;
  readonly #payments: PaymentReader;
  readonly #bucket: string;

  constructor(documents: Documents, settings: Settings) {
    this.#customers = new CustomerReader(documents, settings);
    this.#history = new CustomerHistoryReader(documents, settings);
    this.#licencesOf = new CustomerIndex(documents, settings);
    this.#licences = new HistoryReader(documents, settings);
    this.#payments = new PaymentReader(documents, settings);
    this.#bucket = setting(settings, environment.documentsBucket);
  }

  /** @param signal stops between two licences */
  async of(customer: Customer, signal?: AbortSignal): Promise<AllAbout> {
    const history = await this.#history.of(customer.customerId);
    const merged = history.flatMap((entry) => (entry.type === 'merged' ? [entry.from] : []));
    const licenceIds = (await this.#licencesOf.licences(customer.customerId)).toSorted();
    const licences = await sideBySide(licenceIds, async (licenceId) => {
      signal?.throwIfAborted();
      return this.#licence(licenceId);
    });
    return {
      customer,
      mergedCustomers: await this.#merged(merged),
      history,
      licences,
      payments: await this.#paymentsOf(licences),
    };
  }

  async #merged(customerIds: readonly string[]): Promise<readonly Customer[]> {
    const found = await Promise.all(customerIds.map((customerId) => this.#customers.find(customerId)));
    return found.filter((customer) => customer !== undefined);
  }

  /** What the table has of a licence, and where its documents are. What came before a transfer is another customer's. */
  async #licence(licenceId: string): Promise<ExportedLicence> {
    const found = await this.#licences.read(licenceId);
    if (found === undefined) return { licenceId };
    const registered = found.events.find(({ event }) => event.type === 'LicenceRegistered')?.event;
    const planId = registered?.type === 'LicenceRegistered' ? registered.facts.planId : '';
    const first = found.events.findLast(({ event }) => event.type === 'LicenceTransferred')?.version ?? 1;
    const events = found.events
      .filter(({ version }) => version >= first)
      .map((recorded) => ({ ...recorded, event: withoutFormer(recorded.event) }));
    const numbers = new Set(events.map(({ number }) => number));
    const documents = found.documents
      .filter(({ number }) => numbers.has(number))
      .map((document) => ({
        ...document,
        bucket: this.#bucket,
        key: keyOfDocument(planId, document.issuedOn, document.number),
      }));
    const mails = found.mails.filter(
      ({ version, kind }) => version >= first && kind !== mailToFormerCustomer,
    );
    const mailIds = new Set(mails.map(({ mailId }) => mailId));
    const outbox = found.outbox.filter((mailId) => mailIds.has(mailId));
    const requests = found.requests.filter(({ lastEvent }) => lastEvent >= first);
    return { licenceId, planId, ...found, events, mails, documents, outbox, requests };
  }

  /** What banks and payment systems said of the payments that the journals have: who paid, and what they wrote. */
  async #paymentsOf(licences: readonly ExportedLicence[]): Promise<readonly KeptPayment[]> {
    const journal = licences.flatMap(({ events = [] }) => events.map(({ event }) => event));
    return [...(await this.#payments.getAll(paymentIdsIn(journal))).values()];
  }
}

/** An event without who had the licence before. */
function withoutFormer(event: Event): Event {
  if (event.type !== 'LicenceTransferred') return event;
  return { ...event, from: 'another customer', because: 'the licence came from another customer' };
}
