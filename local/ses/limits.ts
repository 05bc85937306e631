import { ServiceError } from '../shared/service-error.ts';
import { header, type SendRequest } from './request.ts';

const mostBytes = 10 * 1024 * 1024;
const mostRecipients = 50;
const mostTags = 50;
const longestTag = 256;
/** SES takes addresses of ASCII only, and no domain that has other letters (documented for SendRawEmail). */
const inAddresses = /^[!-~]+@[!-~]+$/;
const inTags = /^[A-Za-z0-9_.@-]+$/;

/** Refuses a message that is too long, goes to too many, or has addresses or tags that SES does not take. @throws ServiceError */
export function refuseMessage({ raw, tags }: SendRequest, recipients: readonly string[]): void {
  if (raw.length > mostBytes) {
    throw invalid(`Message length is more than ${mostBytes} bytes long: '${raw.length}'.`);
  }
  if (recipients.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`);
  if (!recipients.every((address) => inAddresses.test(address)))
    throw invalid('Local address contains control or whitespace, or is not ASCII');
  if (Object.keys(tags).length > mostTags) throw invalid(`Tag count exceeds ${mostTags}.`);
  for (const [name, value] of Object.entries(tags)) {
    refuseTag('name', name);
    refuseTag('value', value);
  }
}

/** The addresses that a message goes to: those of the envelope, or else those of its headers. */
export function recipientsOf({ raw, destinations }: SendRequest): readonly string[] {
  const mailboxes =
    destinations.length > 0
      ? destinations
      : ['To', 'Cc', 'Bcc'].flatMap((name) => header(raw, name)?.split(',') ?? []);
  return mailboxes.map(addressIn).filter((address) => address !== '');
}

/** `jane@example.com` of `Jane <jane@example.com>`. */
export function addressIn(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

function refuseTag(part: 'name' | 'value', text: string): void {
  if (text.length > longestTag) {
    throw invalid(`Tag ${part} <${text}> is longer than ${longestTag} characters.`);
  }
  if (!inTags.test(text)) {
    throw invalid(
      `Invalid tag ${part} <${text}>: only alphanumeric ASCII characters, '_', '-', '.', and '@' are allowed.`,
    );
  }
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterValue', message);
}
