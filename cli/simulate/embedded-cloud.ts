import { rmSync } from 'node:fs';
import type { Cloud } from '../../local/cloud.ts';
import { synthesise } from '../assembly/synthesise.ts';
import { pointSdkAt } from '../shell/point-sdk-at.ts';

/**
 * Synthesises the application, runs it on an embedded cloud of its own while `work` works with it, and leaves nothing
 * behind: no process, no port, no data. Meanwhile the AWS SDK of this process talks to that cloud only.
 * @param data folder for the cloud's data, which must not be there; what a process that was killed leaves is there
 * @param weather seed of what goes wrong; undefined for nothing
 */
export async function onEmbeddedCloud<Result>(
  data: string,
  signal: AbortSignal,
  work: (cloud: Cloud) => Promise<Result>,
  weather?: number,
): Promise<Result> {
  // Another process synthesises: meanwhile this one loads the cloud, which takes a second.
  const [assembly, { startCloud }] = await Promise.all([synthesise(signal), import('../../local/cloud.ts')]);
  try {
    const cloud = await startCloud({
      assembly: assembly.folder,
      data,
      forgetsTables: true,
      sharesThread: true,
      weather,
    });
    const restore = pointSdkAt(cloud.environment);
    try {
      return await work(cloud);
    } finally {
      restore();
      await cloud.stop();
    }
  } finally {
    assembly.release();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}
