import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import { perennial } from '../../../lib/app.ts';
import { bundleHandlers } from '../../../lib/functions/handlers.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import type { Settings } from '../../../contracts/deployment/settings.ts';

export interface Application {
  readonly cloud: Cloud;
  readonly settings: Settings;
  close(): Promise<void>;
}

/** The whole application as it is deployed, on an embedded cloud that this process's AWS SDK points to. */
export async function openApplication(): Promise<Application> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-application-'));
  const assembly = join(folder, 'cdk.out');
  perennial({ plans, configuration, handlers: bundleHandlers(), outdir: assembly }).synth();
  const cloud = await startCloud({ assembly, data: join(folder, 'data') });
  Object.assign(process.env, cloud.environment);
  return {
    cloud,
    settings: settingsOf(cloud.outputs),
    close: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
