import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesise } from '../../../cli/assembly/synthesise.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import type { Settings } from '../../../contracts/deployment/settings.ts';

export interface Application {
  readonly cloud: Cloud;
  readonly settings: Settings;
  close(): Promise<void>;
}

/**
 * The whole application, as all commands of this machine run it, on an embedded cloud that this process's AWS SDK points to.
 * @param sharesThread whether functions run in the thread of the cloud, as in `simulate`: much is played faster so
 */
export async function openApplication({ sharesThread = false } = {}): Promise<Application> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-application-'));
  const assembly = await synthesise(new AbortController().signal);
  const cloud = await startCloud({
    assembly: assembly.folder,
    data: join(folder, 'data'),
    forgetsTables: true,
    sharesThread,
  });
  Object.assign(process.env, cloud.environment);
  return {
    cloud,
    settings: settingsOf(cloud.outputs),
    close: async () => {
      await cloud.stop();
      assembly.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
