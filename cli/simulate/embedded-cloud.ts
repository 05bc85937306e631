import { rmSync } from 'node:fs';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { synthesise } from '../assembly/synthesise.ts';

/**
 * Synthesises the application, runs it on an embedded cloud of its own while `work` works with it, and leaves nothing
 * behind: no process, no port, no data. Meanwhile the AWS SDK of this process talks to that cloud only.
 * @param data folder for the cloud's data, which must not be there; what a process that was killed leaves is there
 */
export async function onEmbeddedCloud<Result>(
  data: string,
  signal: AbortSignal,
  work: (cloud: Cloud) => Promise<Result>,
): Promise<Result> {
  const assembly = await synthesise(signal);
  try {
    const cloud = await startCloud({ assembly: assembly.folder, data });
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

/** Whatever else the user's environment says to the SDK (a profile, another endpoint) must not hold. */
function pointSdkAt(cloud: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  const restore = () => {
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  };
  for (const name of Object.keys(before))
    if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, cloud);
  return restore;
}
