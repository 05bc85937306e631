import { identityOf } from '../iam/calls/ses.ts';
import type { Clock } from '../shared/clock.ts';
import { ServiceError } from '../shared/service-error.ts';

/** How an account stands with SES. Without members it is out of the sandbox, and nothing of it is limited. */
export interface MailAccount {
  /** In the sandbox, mail goes to verified addresses only. */
  readonly isInSandbox?: boolean;
  /** Whether AWS has paused sending. */
  readonly isPaused?: boolean;
  /** Addresses and domains that are verified in addition to the identities of the application. */
  readonly verified?: readonly string[];
  /** Identities of the application whose verification has not come about. */
  readonly unverified?: readonly string[];
  /** Recipients in 24 hours, by the clock of the cloud. */
  readonly perDay?: number;
  /** Recipients in a second. */
  readonly perSecond?: number;
}

const day = 24 * 60 * 60 * 1000;
/** SES has an error of its own for it, which it does not use for SendRawEmail. */
const paused =
  'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.';
const simulator = /@simulator\.amazonses\.com$/i;

/** What SES lets an account send: by whom, to whom, and how much in a day and a second. */
export class SendingLimits {
  readonly #identities: ReadonlySet<string>;
  readonly #clock: Clock;
  readonly #region: string;
  #account: MailAccount = {};
  #sent: { readonly at: number; readonly second: number }[] = [];

  /** @param identities of the application; where it has none, every sender is as good as verified */
  constructor(identities: ReadonlySet<string>, clock: Clock, region: string) {
    this.#identities = identities;
    this.#clock = clock;
    this.#region = region;
  }

  get isInSandbox(): boolean {
    return this.#account.isInSandbox === true;
  }

  set(account: MailAccount): void {
    this.#account = account;
    this.#sent = [];
  }

  /** Whether a domain is verified; undefined where the account has no such identity. */
  isVerified(domain: string): boolean | undefined {
    const { verified = [], unverified = [] } = this.#account;
    const isKnown = this.#identities.has(domain) || verified.includes(domain);
    return isKnown ? !unverified.includes(domain) : undefined;
  }

  /** Refuses what SES would not send, or counts it. @throws ServiceError with SES's code and words */
  admit(senders: readonly string[], recipients: readonly string[]): void {
    const { isPaused = false, isInSandbox = false, perDay = Infinity, perSecond = Infinity } = this.#account;
    if (isPaused) throw new ServiceError('MessageRejected', paused);
    this.#refuseUnverified(this.#identities.size === 0 ? [] : senders);
    if (isInSandbox) this.#refuseUnverified(recipients.filter((address) => !simulator.test(address)));
    const now = { at: this.#clock.now(), second: Math.floor(Date.now() / 1000) };
    this.#sent = this.#sent.filter(({ at }) => at > now.at - day);
    if (this.#sent.length + recipients.length > perDay) {
      throw new ServiceError('Throttling', 'Daily message quota exceeded.');
    }
    const inSecond = this.#sent.filter(({ second }) => second === now.second);
    if (inSecond.length + recipients.length > perSecond) {
      throw new ServiceError('Throttling', 'Maximum sending rate exceeded.');
    }
    if (perDay < Infinity || perSecond < Infinity) this.#sent.push(...recipients.map(() => now));
  }

  #refuseUnverified(addresses: readonly string[]): void {
    const { verified = [], unverified = [] } = this.#account;
    const identities = new Set([...this.#identities, ...verified].filter((one) => !unverified.includes(one)));
    const failed = addresses.filter((address) => !identities.has(identityOf(address, identities)));
    if (failed.length === 0) return;
    throw new ServiceError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region ${this.#region.toUpperCase()}: ${failed.join(', ')}`,
    );
  }
}
