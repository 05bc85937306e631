import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import { ServiceError } from '../shared/service-error.ts';

/** The path of SES's second API, by which its settings are read. */
const settingsPath = '/v2/email/';

/** Whether a request is to SES's second API. */
export function isForSettings({ url }: Pick<ServiceRequest, 'url'>): boolean {
  return url.startsWith(settingsPath);
}

/** The domain of an identity that a request asks for; undefined where it asks for something else. */
export function identityIn({ url }: Pick<ServiceRequest, 'url'>): string | undefined {
  const name = /^\/v2\/email\/identities\/([^/?]+)/.exec(url)?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
}

/** An identity as the account has it. */
interface Identity {
  readonly isVerified: boolean;
  readonly mailFrom: string | undefined;
}

/** What the embedded cloud sends goes nowhere: its account is out of the sandbox. */
const account = {
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  EnforcementStatus: 'HEALTHY',
  SendQuota: { Max24HourSend: 1_000_000_000, MaxSendRate: 1_000_000 },
};

/**
 * Answers GetAccount and GetEmailIdentity of SES's second API.
 * @param sent how many mails SES has accepted
 * @param identityOf gives the identity of a domain; undefined where the account has none
 * @throws ServiceError for another operation, or an identity that is not there
 */
export function answerSettings(
  { method, url }: Pick<ServiceRequest, 'method' | 'url'>,
  sent: number,
  identityOf: (domain: string) => Identity | undefined,
): ServiceAnswer {
  const domain = identityIn({ url });
  if (method === 'GET' && domain !== undefined) {
    const identity = identityOf(domain);
    if (identity === undefined) {
      throw new ServiceError('NotFoundException', `Email identity ${domain} does not exist.`, {}, 404);
    }
    const { isVerified, mailFrom } = identity;
    return json({
      IdentityType: 'DOMAIN',
      VerifiedForSendingStatus: isVerified,
      DkimAttributes: { SigningEnabled: true, Status: isVerified ? 'SUCCESS' : 'PENDING' },
      MailFromAttributes: {
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
        ...(mailFrom !== undefined && { MailFromDomain: mailFrom, MailFromDomainStatus: 'SUCCESS' }),
      },
    });
  }
  if (method === 'GET' && url.split('?')[0] === `${settingsPath}account`) {
    return json({ ...account, SendQuota: { ...account.SendQuota, SentLast24Hours: sent } });
  }
  throw new ServiceError('NotImplemented', `the embedded cloud does not do ${method} ${url} of SES`, {}, 501);
}

function json(body: object): ServiceAnswer {
  return answerOf(200, 'application/json', JSON.stringify(body));
}
