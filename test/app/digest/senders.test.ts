import { expect, test } from 'vitest';
import { senderProblems } from '../../../app/digest/senders.ts';
import type { SenderIdentity } from '../../../contracts/delivery/sender-identity.ts';

const verified: SenderIdentity = { isVerified: true, dkim: 'SUCCESS' };

test('each sender whose DKIM is not verified has its problem and the remedy; SES is asked once for each', async () => {
  const known = new Map<string, SenderIdentity>([
    ['good.example', verified],
    ['late.example', { isVerified: false, dkim: 'FAILED' }],
    ['unsigned.example', { isVerified: true, dkim: 'NOT_STARTED' }],
  ]);
  const asked: string[] = [];
  const identities = {
    identity: (domain: string) => {
      asked.push(domain);
      return Promise.resolve(known.get(domain));
    },
  };
  const domains = [...known.keys(), 'missing.example', 'good.example'];
  const problems = await senderProblems(identities, domains);
  expect(problems).toEqual([
    {
      domain: 'late.example',
      found: 'DKIM FAILED: SES looked for the records for 72 hours',
      remedy: expect.stringMatching(
        /^publish the records .*, then switch DKIM of the identity off and on/,
      ) as string,
    },
    expect.objectContaining({ domain: 'unsigned.example', found: 'not verified yet (DKIM NOT_STARTED)' }),
    expect.objectContaining({ domain: 'missing.example', found: 'SES has no such identity in this region' }),
  ]);
  expect(asked).toHaveLength(4);
});

test('where SES cannot be asked, the digest gets to know that, and of the others what there is', async () => {
  const identities = {
    identity: (domain: string) =>
      domain === 'good.example'
        ? Promise.resolve(verified)
        : Promise.reject(new Error('no answer for jane@vendor.example')),
  };
  expect(await senderProblems(identities, ['good.example', 'other.example'])).toEqual([
    {
      domain: 'other.example',
      found: 'SES could not be asked about its DKIM: no answer for (address)',
      remedy: 'ask with `npx perennial doctor`',
    },
  ]);
});
