import { expect, test } from 'vitest';
import { remedyFor } from '../../../contracts/workflow/trouble.ts';

test.each([
  ['SES takes no mail: Throttling: Daily message quota exceeded.', /higher quota/],
  ['SES takes no mail: MessageRejected: Sending paused for this account.', /Health Dashboard/],
  [
    'SES takes no mail: MessageRejected: Email address is not verified.',
    /records of the sender, or .*production/,
  ],
  ['SES takes no mail: MailFromDomainNotVerifiedException: no MX', /records of the sender/],
  ['SES takes no mail: MessageRejected: the account is in the sandbox', /^request production access/],
  ['SES takes no mail: AccessDenied: not authorised', /^`npx perennial doctor` says more$/],
])('%s has a remedy, and where to read more', (trouble, remedy) => {
  expect(remedyFor(trouble)).toMatch(remedy);
  expect(remedyFor(trouble)).toContain('npx perennial doctor');
});
