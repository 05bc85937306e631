import { expect, test } from 'vitest';
import { placeOf } from '../../../client/runs/place-of.ts';

test.each([
  [
    'arn:aws:states:eu-central-1:123456789012:execution:Perennial:operator-1',
    'https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1#/v2/executions/details/',
  ],
  // A batch: a child execution of the run's map.
  [
    'arn:aws:states:us-east-1:123456789012:execution:Perennial/Renewbatchbybatch:5b1b-11',
    'https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/v2/executions/details/',
  ],
  [
    'arn:aws-us-gov:states:us-gov-west-1:123456789012:execution:Perennial:operator-1',
    'https://console.amazonaws-us-gov.com/states/home?region=us-gov-west-1#/v2/executions/details/',
  ],
  [
    'arn:aws-cn:states:cn-north-1:123456789012:execution:Perennial:operator-1',
    'https://console.amazonaws.cn/states/home?region=cn-north-1#/v2/executions/details/',
  ],
])('%s is found in the AWS console of its partition and region', (arn, page) => {
  expect(placeOf(arn)).toBe(`${page}${arn}`);
});

test('an execution of the embedded cloud is in no console', () => {
  expect(placeOf('arn:aws:states:us-east-1:000000000000:execution:Perennial:operator-1')).not.toContain(
    'https:',
  );
});
