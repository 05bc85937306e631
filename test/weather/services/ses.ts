import { SESServiceException } from '@aws-sdk/client-ses';

type Input = Readonly<Record<string, unknown>>;

/** A mail that SES has accepted: every one, also where its answer was lost. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly at: number;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** The link in it by which its reader stops such mails. */
  readonly stopLink: string | undefined;
}

/** Why an account cannot send mail for the time being. */
export const accountTroubles = ['quota', 'sandbox', 'paused'] as const;
export type AccountTrouble = (typeof accountTroubles)[number];

/** What SES's second API says of every sender. */
const verified = { VerifiedForSendingStatus: true, DkimAttributes: { Status: 'SUCCESS' } };

const mostRecipients = 50;
const mostBytes = 10 * 1024 * 1024;
const tagShape = /^[A-Za-z0-9_.@-]{1,256}$/;

/** SES: its first API has no idempotency, so that a repeated request is a second mail. */
export class ModelSes {
  readonly accepted: AcceptedMail[] = [];
  /** Told of each mail that was accepted, for its feedback. */
  readonly #onAccepted: (mail: AcceptedMail) => void;

  constructor(onAccepted: (mail: AcceptedMail) => void) {
    this.#onAccepted = onAccepted;
  }

  answer(command: string, input: Input, now: number, trouble: AccountTrouble | undefined): object {
    if (command === 'GetEmailIdentityCommand') return verified;
    if (command !== 'SendRawEmailCommand') throw new Error(`the model of SES does not know ${command}`);
    if (trouble !== undefined) throw troubleOf(trouble);
    const destinations = input['Destinations'] as readonly string[];
    const tags = (input['Tags'] ?? []) as readonly { readonly Name: string; readonly Value: string }[];
    if (destinations.length > mostRecipients)
      throw sesError('InvalidParameterValue', 'Recipient count exceeds 50.');
    const text = (input['RawMessage'] as { Data: Uint8Array }).Data;
    if (text.length > mostBytes) throw sesError('InvalidParameterValue', 'Message length exceeded.');
    for (const { Name, Value } of tags) {
      if (!tagShape.test(Name) || !tagShape.test(Value))
        throw sesError('InvalidParameterValue', `Invalid tag value <${Value}>`);
    }
    for (const address of destinations) {
      // oxlint-disable-next-line no-control-regex -- SES takes ASCII only
      if (!/^[\u0000-\u007f]+@[\u0000-\u007f]+\.[\u0000-\u007f]+$/.test(address)) {
        throw sesError(
          'InvalidParameterValue',
          'Local address contains control or whitespace, or is not ASCII',
        );
      }
    }
    const mail: AcceptedMail = {
      messageId: `message-${this.accepted.length + 1}`,
      at: now,
      source: String(input['Source']),
      destinations,
      configurationSet: input['ConfigurationSetName'] as string | undefined,
      tags: Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value])),
      stopLink: stopLinkIn(text),
    };
    this.accepted.push(mail);
    this.#onAccepted(mail);
    return { MessageId: mail.messageId };
  }
}

function stopLinkIn(text: Uint8Array): string | undefined {
  return /https?:\S+\?token=[\w.-]+/.exec(Buffer.from(text).toString())?.[0];
}

function troubleOf(trouble: AccountTrouble): Error {
  switch (trouble) {
    case 'quota':
      return sesError('Throttling', 'Daily message quota exceeded.');
    case 'sandbox':
      return sesError('MessageRejected', 'Email address is not verified. The identities failed the check.');
    case 'paused':
      return sesError('MessageRejected', 'Sending paused for this account.');
  }
}

/** An answer of SES that says for certain that it has not taken a mail. */
export function sesError(name: string, message: string): Error {
  return new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode: 400 } });
}
