import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { SenderIdentity } from '../../contracts/delivery/sender-identity.ts';

/** What SES lets the account send. */
export interface SendingAccount {
  /** Whether it is out of the sandbox. */
  readonly isInProduction: boolean;
  readonly isEnabled: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  readonly enforcement: string;
  /** Mails in 24 hours. */
  readonly perDay: number;
  readonly sentLastDay: number;
  /** Mails a second. */
  readonly perSecond: number;
}

/** SES, for reading its settings. Region, endpoint and credentials come from the environment. */
export class SendingInspector {
  private readonly ses = new SESv2Client({
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  });

  async account(): Promise<SendingAccount> {
    const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota } = await this.ses.send(
      new GetAccountCommand(),
    );
    return {
      isInProduction: ProductionAccessEnabled === true,
      isEnabled: SendingEnabled === true,
      enforcement: EnforcementStatus ?? 'HEALTHY',
      perDay: SendQuota?.Max24HourSend ?? 0,
      sentLastDay: SendQuota?.SentLast24Hours ?? 0,
      perSecond: SendQuota?.MaxSendRate ?? 0,
    };
  }

  /** The identity of a domain; undefined where SES has none. */
  async identity(domain: string): Promise<SenderIdentity | undefined> {
    try {
      const { VerifiedForSendingStatus, DkimAttributes, MailFromAttributes } = await this.ses.send(
        new GetEmailIdentityCommand({ EmailIdentity: domain }),
      );
      const { MailFromDomain, MailFromDomainStatus = 'PENDING' } = MailFromAttributes ?? {};
      return {
        isVerified: VerifiedForSendingStatus === true,
        dkim: DkimAttributes?.Status ?? 'NOT_STARTED',
        mailFrom:
          MailFromDomain === undefined ? undefined : { domain: MailFromDomain, status: MailFromDomainStatus },
      };
    } catch (error) {
      if (error instanceof NotFoundException) return undefined;
      throw error;
    }
  }
}
