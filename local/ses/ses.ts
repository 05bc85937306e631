import type { AddressInfo } from 'node:net';
import emulator from 'aws-ses-v2-local';
import { ServiceError } from '../shared/service-error.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import type { EventDestination } from './event-destination.ts';
import { feedbackOf } from './feedback.ts';
import type { Mail, Mailbox } from './mailbox.ts';
import { refuseFor, type TreatMail } from './treatment.ts';

/** SES by aws-ses-v2-local, which also shows the mails in a browser. */
export interface Ses {
  /** Address of the mail viewer. */
  readonly viewer: string;
  /**
   * Answers a request in the query protocol of SES's first API.
   * @param form the request's members
   * @returns the answer as XML; undefined where the connection is to be cut off instead
   * @throws ServiceError what SES would answer instead
   */
  answer(form: URLSearchParams): Promise<string | undefined>;
  /** Tells the event bus what becomes of the mails of a configuration set. */
  publish(destination: EventDestination): void;
  /** Has mails treated otherwise than well from now on. */
  treatMails(treat: TreatMail): void;
  stop(): Promise<void>;
}

// Node wraps the package's default export once more; bundlers and test runners unwrap it.
const startEmulator = typeof emulator === 'function' ? emulator : emulator.default;

/**
 * Starts SES on a free port; mails that it accepts go into the mailbox. What becomes of them is told to the event bus
 * before the answer, so that nobody has to wait for it.
 */
export async function startSes(mailbox: Mailbox, bus: EventBuses): Promise<Ses> {
  const destinations: EventDestination[] = [];
  let treat: TreatMail = () => ({});
  const tell = async (mail: Mail, time: string): Promise<void> => {
    for (const event of feedbackOf(mail, time)) {
      const type = String(event.detail['eventType']).toLowerCase();
      const isWanted = destinations.some(
        ({ configurationSet, types }) => configurationSet === mail.configurationSet && types.has(type),
      );
      if (isWanted) await bus.put(event);
    }
  };
  const server = await startEmulator({ host: '127.0.0.1', port: 0 });
  const viewer = `http://127.0.0.1:${port(server.address())}`;
  return {
    viewer,
    answer: async (form) => {
      const action = form.get('Action');
      if (action !== 'SendRawEmail') {
        throw new ServiceError(
          'InvalidAction',
          `the embedded cloud does only SendRawEmail of SES, not ${String(action)}`,
          {},
          501,
        );
      }
      const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
      const envelope = { destinations: members(form, 'Destinations.member.'), tags: tagsOf(form, raw) };
      const { fault, loseFeedback = false } = treat(envelope);
      refuseFor(fault);
      if (fault === 'cut off before sending') return undefined;
      const emulatorId = await accept(viewer, form);
      // The emulator draws its ids by lot, so they can repeat.
      const messageId = `${emulatorId}-${String(mailbox.list().length + 1).padStart(6, '0')}`;
      const source = form.get('Source');
      const configurationSet = form.get('ConfigurationSetName') ?? header(raw, 'X-SES-CONFIGURATION-SET');
      const mail = mailbox.add(
        {
          messageId,
          ...envelope,
          ...(source !== null && { source }),
          ...(configurationSet !== undefined && { configurationSet }),
        },
        raw,
      );
      if (!loseFeedback) await tell(mail, sentAt(raw));
      if (fault === 'cut off after sending') return undefined;
      return (
        '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">' +
        `<SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult></SendRawEmailResponse>`
      );
    },
    publish: (destination) => {
      destinations.push(destination);
    },
    treatMails: (by) => {
      treat = by;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hands a mail to the emulator. @returns the emulator's id of it */
async function accept(viewer: string, form: URLSearchParams): Promise<string> {
  const answer = await fetch(viewer, {
    method: 'POST',
    body: form,
    headers: { authorization: 'AWS4-HMAC-SHA256 local' },
  });
  const text = await answer.text();
  const id = /<MessageId>([^<]+)<\/MessageId>/.exec(text)?.[1];
  if (!answer.ok || id === undefined) throw new ServiceError('MessageRejected', text);
  return id;
}

/** When a mail was sent: on the day that it bears, which need not be this machine's. */
function sentAt(raw: Buffer): string {
  const date = new Date(header(raw, 'Date') ?? Number.NaN);
  return (Number.isNaN(date.getTime()) ? new Date() : date).toISOString();
}

function tagsOf(form: URLSearchParams, raw: Buffer): Record<string, string> {
  const inHeader = header(raw, 'X-SES-MESSAGE-TAGS')?.split(',') ?? [];
  const names = members(form, 'Tags.member.', '.Name');
  const values = members(form, 'Tags.member.', '.Value');
  return {
    ...Object.fromEntries(
      inHeader.map((tag) => tag.trim().split('=')).map(([name = '', value = '']) => [name, value]),
    ),
    ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
  };
}

/** One header of a raw message, its folded lines put together. */
function header(raw: Buffer, name: string): string | undefined {
  const headers = raw.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = headers.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const line = lines.find((candidate) => candidate.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim();
}

/** The members of a list in the query protocol, `Destinations.member.1` and so on. */
function members(form: URLSearchParams, prefix: string, suffix = ''): string[] {
  const found: string[] = [];
  for (
    let value = form.get(`${prefix}1${suffix}`);
    value !== null;
    value = form.get(`${prefix}${found.length + 1}${suffix}`)
  ) {
    found.push(value);
  }
  return found;
}

function port(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the mail viewer has no port');
  return address.port;
}
