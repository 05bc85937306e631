import { expect, it } from 'vitest';
import { checkedConfiguration } from '../../lib/configuration.ts';
import { configuration } from '../../perennial.config.ts';

it.each([
  ['dueShards', 0],
  ['batchSize', 101],
  ['batchSize', '20'],
  ['maxConcurrency', 10_001],
  ['childExecutions', 'expres'],
  ['logRetentionDays', 100],
  ['batchsize', 20],
])('refuses %s: %j, and names the key', (key, value) => {
  expect(() => checkedConfiguration({ ...configuration, [key]: value })).toThrow(
    new RegExp(`perennial.config.ts is not valid:[^]*${key}`),
  );
});

it('refuses a key that is missing, and names it', () => {
  const { maxConcurrency, ...others } = configuration;
  expect(maxConcurrency).toBeDefined();
  expect(() => checkedConfiguration(others)).toThrow(/maxConcurrency/);
});
