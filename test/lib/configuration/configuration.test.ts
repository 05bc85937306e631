import { expect, it } from 'vitest';
import { checkedConfiguration } from '../../../lib/configuration/configuration.ts';
import { configuration } from '../../../perennial.config.ts';

it.each([
  ['dueShards', 0],
  ['batchSize', 101],
  ['batchSize', '20'],
  ['maxConcurrency', 10_001],
  ['sendRate', 0],
  ['operators', []],
  ['operators', ['jane']],
  ['senders', { 'Vendor.example': {} }],
  ['senders', { 'vendor.example': { hostedZone: 'zone-1' } }],
  ['senders', { 'vendor.example': { mailFrom: 'bounce.vendor.example' } }],
  ['unsubscribeConcurrency', 0],
  ['batchsize', 20],
])('refuses %s: %j, and names the key', (key, value) => {
  expect(() => checkedConfiguration({ ...configuration, [key]: value }, 'prod')).toThrow(
    new RegExp(`perennial.config.ts is not valid [^]*lib/configuration/configuration.ts[^]*${key}`),
  );
});

it('refuses what a stage cannot be, and names stage and key', () => {
  const { dev, prod } = configuration.stages;
  const bad = { ...configuration, stages: { prod, dev: { ...dev, logRetentionDays: 100 } } };
  expect(() => checkedConfiguration(bad, 'prod')).toThrow(
    /CloudWatch Logs knows[^]*stages\.dev\.logRetentionDays/,
  );
});

it('refuses a domain of the page without its certificate', () => {
  const { dev, prod } = configuration.stages;
  const bad = {
    ...configuration,
    stages: { dev, prod: { ...prod, portal: { domain: 'my.vendor.example' } } },
  };
  expect(() => checkedConfiguration(bad, 'prod')).toThrow(/stages\.prod\.portal\.certificate/);
});

it('refuses a key that is missing, and names it', () => {
  const { maxConcurrency, ...others } = configuration;
  expect(maxConcurrency).toBeDefined();
  expect(() => checkedConfiguration(others, 'prod')).toThrow(/maxConcurrency/);
});
