import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { synthesised } from '../../support/lib/synthesis.ts';

it.each([
  ['reserves nothing, for a new account cannot', {}, Match.absent()],
  ['reserves what perennial.config.ts says', { unsubscribeConcurrency: 5 }, 5],
])('the unsubscribe page %s', (_what, changes, ReservedConcurrentExecutions) => {
  const { renewals } = synthesised(changes);
  renewals.hasResourceProperties('AWS::Lambda::Function', {
    Description: 'Stops reminders, offers and news, and sends them again',
    ReservedConcurrentExecutions,
  });
  const reserved = Object.values(renewals.findResources('AWS::Lambda::Function')).filter((lambda) =>
    JSON.stringify(lambda).includes('ReservedConcurrentExecutions'),
  );
  expect(reserved).toHaveLength(Object.keys(changes).length);
});
