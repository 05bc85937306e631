import { expect, test } from 'vitest';
import { placeOf } from '../../../client/runs/place-of.ts';
import { executionArn } from '../../../contracts/workflow/executions.ts';

test("an execution on AWS is looked at in the console of the deployment's region", () => {
  const arn = executionArn(
    'arn:aws:states:eu-central-1:123456789012:stateMachine:PerennialRenewals',
    'the-run',
  );
  expect(arn).toBe('arn:aws:states:eu-central-1:123456789012:execution:PerennialRenewals:the-run');
  expect(placeOf(arn)).toBe(
    `https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1#/v2/executions/details/${arn}`,
  );
});
