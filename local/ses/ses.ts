import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import type { Meter } from '../meter/meter.ts';
import type { EventDestination } from './event-destination.ts';
import type { SendingLimits } from './account.ts';
import { feedbackOf } from './feedback.ts';
import { addressIn, recipientsOf, refuseMessage } from './limits.ts';
import type { Mail, Mailbox } from './mailbox.ts';
import { header, readSendRequest, type SendRequest } from './request.ts';
import { answerSettings } from './settings.ts';
import { asEver, type FeedbackWeather, refuseFor, type TreatMail } from './treatment.ts';

/** SES, as far as sending raw mail goes. Mails that it accepts go into the mailbox, and nowhere else. */
export class Ses {
  readonly #mailbox: Mailbox;
  readonly #bus: EventBuses;
  readonly #meter: Meter;
  readonly #limits: SendingLimits;
  readonly #destinations: EventDestination[] = [];
  readonly #mailFrom = new Map<string, string | undefined>();
  readonly #weather: FeedbackWeather;
  #treat: TreatMail = () => ({});

  /**
   * Delivery is reported to `bus` before the answer, so that callers need not wait for functions that listen there, unless
   * the weather has a report come late.
   */
  constructor(
    mailbox: Mailbox,
    bus: EventBuses,
    meter: Meter,
    limits: SendingLimits,
    weather: FeedbackWeather = asEver,
  ) {
    this.#mailbox = mailbox;
    this.#bus = bus;
    this.#meter = meter;
    this.#limits = limits;
    this.#weather = weather;
  }

  /** Gives an identity its MAIL FROM domain, if it has one. */
  provideIdentity(domain: string, mailFrom: string | undefined): void {
    this.#mailFrom.set(domain, mailFrom);
  }

  /** Answers a request about the account's settings. */
  answerSettings(request: Pick<ServiceRequest, 'method' | 'url'>): ServiceAnswer {
    return answerSettings(request, this.#mailbox.list().length, (domain) => {
      const isVerified = this.#limits.isVerified(domain);
      return isVerified === undefined ? undefined : { isVerified, mailFrom: this.#mailFrom.get(domain) };
    });
  }

  /** Reports the delivery of a configuration set's mails to the event bus. */
  publish(destination: EventDestination): void {
    this.#destinations.push(destination);
  }

  /** Has mails treated otherwise than well from now on. */
  treatMails(treat: TreatMail): void {
    this.#treat = treat;
  }

  /** Reports on the mails that a killed process has accepted and not reported on. */
  async resume(): Promise<void> {
    for (const mail of this.#mailbox.unreported()) await this.#report(mail, sentAt(readFileSync(mail.file)));
  }

  /**
   * Answers a request in the query protocol of SES's first API.
   * @param form the request's members
   * @returns the answer as XML; undefined where the connection is to be cut off instead
   * @throws ServiceError what SES would answer instead
   */
  async answer(form: URLSearchParams): Promise<string | undefined> {
    const action = form.get('Action');
    if (action !== 'SendRawEmail') {
      throw new ServiceError(
        'InvalidAction',
        `the embedded cloud does only SendRawEmail of SES, not ${String(action)}`,
        {},
        501,
      );
    }
    const request = readSendRequest(form);
    const { fault, loseFeedback = false } = this.#treat(request);
    refuseFor(fault);
    if (fault === 'cut off before sending') return undefined;
    const recipients = recipientsOf(request);
    refuseMessage(request, recipients);
    const mail = this.#accept(request, recipients);
    this.#meter.countMail(recipients.length);
    if (loseFeedback) this.#mailbox.noteReport(mail);
    else await this.#report(mail, sentAt(request.raw));
    if (fault === 'cut off after sending') return undefined;
    return (
      '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">' +
      `<SendRawEmailResult><MessageId>${mail.messageId}</MessageId></SendRawEmailResult></SendRawEmailResponse>`
    );
  }

  #accept(
    { raw, source, destinations, tags, configurationSet }: SendRequest,
    recipients: readonly string[],
  ): Mail {
    const from = header(raw, 'From');
    if (source === undefined && from === undefined) {
      throw new ServiceError('MessageRejected', 'Missing required header From.');
    }
    const senders = [from, source].flatMap((mailbox) => (mailbox === undefined ? [] : [addressIn(mailbox)]));
    this.#limits.admit([...new Set(senders)], recipients);
    const number = String(this.#mailbox.list().length + 1).padStart(6, '0');
    const envelope = {
      messageId: `${randomUUID()}-${number}`,
      destinations,
      tags,
      ...(source !== undefined && { source }),
      ...(configurationSet !== undefined && { configurationSet }),
    };
    return this.#mailbox.add(envelope, raw);
  }

  async #report(mail: Mail, time: string): Promise<void> {
    const handled: Promise<void>[] = [];
    const { fate, isDelayed } = this.#weather.fateOf(mail);
    for (const event of feedbackOf(mail, time, fate, isDelayed)) {
      const type = String(event.detail['eventType']).toLowerCase();
      const isWanted = this.#destinations.some(
        ({ configurationSet, types }) => configurationSet === mail.configurationSet && types.has(type),
      );
      if (!isWanted) continue;
      handled.push(...(await this.#weather.carry(mail, type, () => this.#bus.put(event))));
    }
    // Until then a process that is killed reports again when it starts.
    void Promise.all(handled).then(() => {
      this.#mailbox.noteReport(mail);
    });
  }
}

/** When a mail was sent: on the day of its Date header, which need not be this machine's. */
function sentAt(raw: Buffer): string {
  const date = new Date(header(raw, 'Date') ?? Number.NaN);
  return (Number.isNaN(date.getTime()) ? new Date() : date).toISOString();
}
