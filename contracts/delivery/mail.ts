/** Message tags by which SES's feedback names the mail that it is about, its plan, and which attempt at sending it. */
export const mailTags = { mail: 'mail', attempt: 'attempt', plan: 'plan' } as const;

/**
 * Where a mail stands. `unknown`: a send was cut off before its answer, and SES has not said since whether it took the
 * mail. `held`: it is not sent until an operator has looked at it. `skipped`: its reader wants no such mails,
 * or this stage may not mail its reader.
 */
export const mailStatuses = ['pending', 'sending', 'unknown', 'sent', 'held', 'skipped'] as const;

export type MailStatus = (typeof mailStatuses)[number];

/** The kind of mail that a transfer sends to the customer that the licence had. */
export const mailToFormerCustomer = 'transferred-away';

/** What mails are counted by: their final status, and what SES reports of those that are sent. */
export const countedStates = [...mailStatuses, 'delivered', 'bounced', 'complained'] as const;

export type CountedState = (typeof countedStates)[number];

/** What the ids of test mails begin with; no mail of a licence has such an id. */
export const testMails = 'test-';

/** What the ids of mails with a link to the customer's page begin with; no mail of a licence has such an id. */
export const signInMails = 'link-';

/** SES's mailbox simulator: it takes mail from every sender, also in the sandbox, and delivers it to nobody. */
export const simulator = {
  domain: 'simulator.amazonses.com',
  success: 'success@simulator.amazonses.com',
} as const;
