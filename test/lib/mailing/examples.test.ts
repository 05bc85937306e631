import { Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { checkedConfiguration } from '../../../lib/configuration/configuration.ts';
import { warnOfExamples } from '../../../lib/configuration/examples.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { videoSma } from '../../../plans/video-sma.ts';

const own = { ...videoSma, vendor: { ...videoSma.vendor, email: 'renewals@video.test' } };

function warnings(
  stage: 'dev' | 'prod',
  some: readonly (typeof plans)[number][],
  operators: readonly [string, ...string[]],
): string[] {
  const stack = new Stack();
  const changed = { ...configuration, operators: [...operators] };
  warnOfExamples(stack, some, checkedConfiguration(changed, stage));
  const found = stack.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
  return found.map(({ data }) => JSON.stringify(data));
}

describe('a deployment to production', () => {
  it("warns of the repository's own senders and operators", () => {
    const found = warnings('prod', plans, ['operations@perennial.example']);
    expect(found).toHaveLength(2);
    expect(found.join()).toContain(`${videoSma.vendor.email} (plans/video-sma.ts)`);
    expect(found.join()).toContain('alarms sent to operations@perennial.example');
  });

  it('does not warn of senders and operators that may exist', () => {
    expect(warnings('prod', [own], ['operations@video.test'])).toEqual([]);
  });
});

it('stage dev, which mails only its own readers, may keep the examples', () => {
  expect(warnings('dev', plans, ['operations@perennial.example'])).toEqual([]);
});
