type Input = Readonly<Record<string, unknown>>;

/** A mail that SES has accepted: every one, also where its answer was lost. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly at: number;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

const mostRecipients = 50;
const mostBytes = 10 * 1024 * 1024;
const tagShape = /^[A-Za-z0-9_.@-]{1,256}$/;

/** SES's first API: it has no idempotency, so that a repeated request is a second mail. */
export class ModelSes {
  readonly accepted: AcceptedMail[] = [];
  /** Told of each mail that was accepted, for its feedback. */
  readonly #onAccepted: (mail: AcceptedMail) => void;

  constructor(onAccepted: (mail: AcceptedMail) => void) {
    this.#onAccepted = onAccepted;
  }

  answer(command: string, input: Input, now: number): object {
    if (command !== 'SendRawEmailCommand') throw new Error(`the model of SES does not know ${command}`);
    const destinations = input['Destinations'] as readonly string[];
    const tags = (input['Tags'] ?? []) as readonly { readonly Name: string; readonly Value: string }[];
    if (destinations.length > mostRecipients) throw rejected('Recipient count exceeds 50.');
    if ((input['RawMessage'] as { Data: Uint8Array }).Data.length > mostBytes)
      throw rejected('Message length exceeded.');
    for (const { Name, Value } of tags) {
      if (!tagShape.test(Name) || !tagShape.test(Value)) throw rejected(`Invalid tag value <${Value}>`);
    }
    for (const address of destinations) {
      // eslint-disable-next-line no-control-regex -- SES takes ASCII only
      if (!/^[\u0000-\u007f]+@[\u0000-\u007f]+\.[\u0000-\u007f]+$/.test(address)) {
        throw rejected(`Local address contains control or whitespace, or is not ASCII`);
      }
    }
    const mail: AcceptedMail = {
      messageId: `message-${this.accepted.length + 1}`,
      at: now,
      source: String(input['Source']),
      destinations,
      configurationSet: input['ConfigurationSetName'] as string | undefined,
      tags: Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value])),
    };
    this.accepted.push(mail);
    this.#onAccepted(mail);
    return { MessageId: mail.messageId };
  }
}

function rejected(message: string): Error {
  return Object.assign(new Error(message), {
    name: 'InvalidParameterValue',
    $metadata: { httpStatusCode: 400 },
  });
}
