import type { ConfigurationFile } from './lib/configuration/configuration.ts';

/** What an operator may choose for this deployment. `lib/configuration/configuration.ts` says what each value means. */
export const configuration: ConfigurationFile = {
  dueShards: 1,
  batchSize: 100,
  largestDay: 100_000,
  maxConcurrency: 10,
  sendRate: 14,
  senders: {},
  operators: ['operations@perennial.example'],
  stages: {
    dev: { logRetentionDays: 30, keepsData: false, mailsOnlyTo: ['perennial.example'] },
    prod: { logRetentionDays: 365, keepsData: true },
  },
};
