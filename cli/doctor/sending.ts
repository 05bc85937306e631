import type { SendingAccount } from '../../client/inspection/inspection.ts';
import {
  dkimProblem,
  publishRecords,
  type SenderIdentity,
} from '../../contracts/delivery/sender-identity.ts';
import { accountRemedies } from '../../contracts/workflow/trouble.ts';
import { failing, type Finding, passed } from './finding.ts';

/** Whether mails from a domain are signed and aligned. */
export function checkSender(domain: string, identity: SenderIdentity | undefined): Finding {
  const check = `sender ${domain}`;
  const problem = dkimProblem(identity);
  if (problem !== undefined) return failing(check, problem.found, problem.remedy);
  const { mailFrom } = identity ?? {};
  if (mailFrom === undefined) {
    const remedy = 'give the identity a MAIL FROM domain in the console of SES';
    return failing(check, 'verified, but bounces go to amazonses.com: SPF is not aligned', remedy);
  }
  if (mailFrom.status !== 'SUCCESS') {
    return failing(
      check,
      `MAIL FROM ${mailFrom.domain}: ${mailFrom.status}`,
      `${publishRecords}: its MX and TXT`,
    );
  }
  return passed(check, `verified, signed with DKIM, MAIL FROM ${mailFrom.domain}`);
}

/** Whether the account may send to everybody. In a stage that may only mail some, the sandbox will do. */
export function checkAccount(
  { isInProduction, isEnabled, enforcement }: SendingAccount,
  mailsOnlyTo: string | undefined,
): Finding {
  const check = 'SES account';
  if (!isEnabled) {
    return failing(check, 'sending is paused', accountRemedies.paused);
  }
  if (enforcement !== 'HEALTHY') {
    return failing(check, `AWS reviews it: ${enforcement}`, 'answer the case of AWS Support about it');
  }
  if (isInProduction) return passed(check, 'may send to everybody');
  if (mailsOnlyTo !== undefined) {
    return passed(check, `is in the sandbox: verify each recipient of mailsOnlyTo (${mailsOnlyTo}) in SES`);
  }
  return failing(check, 'is in the sandbox: it may send to verified addresses only', accountRemedies.sandbox);
}

/**
 * Whether SES takes mails as fast as the runs send them.
 * @param sendRate as configured, in mails a second
 */
export function checkRate({ perSecond, perDay, sentLastDay }: SendingAccount, sendRate: number): Finding {
  const check = 'SES quota';
  const quota = `${perSecond} mails a second, ${perDay} a day, ${sentLastDay} sent in the last 24 hours`;
  if (sendRate > perSecond) {
    const remedy = `set sendRate to ${perSecond} in perennial.config.ts, or ask AWS for a higher rate`;
    return failing(check, `${quota}: sendRate is ${sendRate}, and SES throttles the rest`, remedy);
  }
  if (sentLastDay >= perDay) {
    return failing(
      check,
      `${quota}: it is used up`,
      `${accountRemedies.quota}; the mails wait for the next run`,
    );
  }
  return passed(check, `${quota}; sendRate is ${sendRate}`);
}
