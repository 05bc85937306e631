import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { environment } from '../../contracts/deployment/environment.ts';
import { mailTags } from '../../contracts/delivery/mail.ts';
import type { Mail } from '../dynamodb/mails/mail-item.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/** A mail ready to go out. */
export interface Letter {
  /** The sender's address. */
  readonly from: string;
  /** Every address that gets it, copies included. */
  readonly to: readonly string[];
  /** The whole MIME message. */
  readonly message: Uint8Array;
  /** The plan whose mail it is; unset for one that is no licence's. */
  readonly planId?: string;
}

/** How a send ended. */
export type Outcome =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** SES has not taken this mail, and would not take it another time. */
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** SES has not taken it, and would take it a moment later. */
  | { readonly outcome: 'throttled'; readonly reason: string }
  /** SES has not taken it, and takes no other: the account or its sender may not send. */
  | { readonly outcome: 'trouble'; readonly reason: string }
  /** Cut off before the answer: it may have gone out. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** Failures to reach SES at all, or to sign the request. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError']);
const throttling = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException']);
/** Errors of SES that concern the account or its senders, whatever the mail. */
const ofTheAccount = new Set([
  'AccountSendingPaused',
  'AccountSendingPausedException',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
  'ConfigurationSetSendingPaused',
  'ConfigurationSetSendingPausedException',
  'MailFromDomainNotVerified',
  'MailFromDomainNotVerifiedException',
  'IncompleteSignature',
  'RequestExpired',
]);
/** What SES says in words only: it comes as throttling, and as a rejected message. */
const quotaUsedUp = /daily message quota exceeded/i;
const mayNotSend = /not verified|sandbox|(paused|suspended) for this account/i;

/** SES. It does not recognise a repeated request, so the client sends once and never retries by itself. */
export class Mailer {
  private readonly ses = new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  });
  private readonly configurationSet: string;
  private readonly onlyTo: readonly string[] | undefined;

  constructor(settings: Settings) {
    this.configurationSet = setting(settings, environment.configurationSet);
    this.onlyTo = settings[environment.mailsOnlyTo]?.split(' ');
  }

  /** Whether this stage may mail all recipients; otherwise SES would reject the mail (lib/). */
  maySend({ to }: Pick<Letter, 'to'>): boolean {
    const { onlyTo } = this;
    if (onlyTo === undefined) return true;
    return to.every((address) => onlyTo.some((one) => address === one || address.endsWith(`@${one}`)));
  }

  /** Sends a mail, tagged with its id, attempt and plan, by which SES's feedback finds them. Throws nothing. */
  async send({ mailId, attempts }: Pick<Mail, 'mailId' | 'attempts'>, letter: Letter): Promise<Outcome> {
    const { from, to, message, planId } = letter;
    try {
      const { MessageId } = await this.ses.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [...to],
          RawMessage: { Data: message },
          ConfigurationSetName: this.configurationSet,
          Tags: [
            { Name: mailTags.mail, Value: mailId },
            { Name: mailTags.attempt, Value: String(attempts) },
            ...(planId === undefined ? [] : [{ Name: mailTags.plan, Value: planId }]),
          ],
        }),
      );
      if (MessageId === undefined) return { outcome: 'unknown', reason: 'SES answered without a message id' };
      return { outcome: 'sent', messageId: MessageId };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

/** Only an answer of 4xx, or no connection at all, says for certain that SES has not taken the mail. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Error)) return { outcome: 'unknown', reason: reasonFrom(String(error)) };
  const reason = reasonFrom(`${error.name}: ${error.message}`);
  const status = error instanceof SESServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
  const code = 'code' in error ? String(error.code) : '';
  if (status >= 400 && status < 500) {
    if (isOfTheAccount(error, status)) return { outcome: 'trouble', reason };
    if (status === 429 || throttling.has(error.name)) return { outcome: 'throttled', reason };
    return { outcome: 'rejected', reason };
  }
  if (neverSent.has(error.name) || neverSent.has(code)) return { outcome: 'trouble', reason };
  return { outcome: 'unknown', reason };
}

/** Signatures, credentials and permissions are refused with 401 and 403, whatever the mail. */
function isOfTheAccount({ name, message }: Error, status: number): boolean {
  if (status === 401 || status === 403) return true;
  if (ofTheAccount.has(name) || quotaUsedUp.test(message)) return true;
  return name === 'MessageRejected' && mayNotSend.test(message);
}
