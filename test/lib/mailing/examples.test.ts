import { Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { perennial } from '../../../lib/app.ts';
import { checkedConfiguration } from '../../../lib/configuration/configuration.ts';
import { warnOfExamples } from '../../../lib/configuration/examples.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { handlers } from '../../support/lib/synthesis.ts';

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

it('no other warning stands beside these two when the application is synthesised for production', () => {
  const app = perennial({ plans, handlers, configuration });
  const all = app.node.findAll().flatMap(({ node }) => node.metadata);
  const found = all.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data));
  expect(found).toEqual([
    expect.stringContaining('these plans send'),
    expect.stringContaining('operators in'),
  ]);
});
