import { expect, test } from 'vitest';
import { whoInWords } from '../../../client/words/who-in-words.ts';

test.each([
  ['arn:aws:iam::111122223333:user/sales/jane', 'jane'],
  ['arn:aws:sts::111122223333:assumed-role/Desk/jane@vendor.example', 'jane@vendor.example (role Desk)'],
  [
    'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Renewals_0123456789abcdef/jane@vendor.example',
    'jane@vendor.example (role Renewals)',
  ],
  ['arn:aws-us-gov:sts::111122223333:federated-user/jane', 'jane'],
  ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:root'],
  ['nobody', 'nobody'],
])('%s is %s', (who, words) => {
  expect(whoInWords(who)).toBe(words);
});
