import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { synthesise } from './synthesise.ts';

/**
 * Synthesises the application, runs it on an embedded cloud of its own while `work` works with it, and leaves nothing
 * behind: no process, no port, no file. Meanwhile the AWS SDK of this process talks to that cloud only.
 */
export async function onEmbeddedCloud<Result>(
  signal: AbortSignal,
  work: (cloud: Cloud) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-'));
  try {
    const assembly = join(folder, 'cdk.out');
    await synthesise(assembly, signal);
    const cloud = await startCloud({ assembly, data: join(folder, 'data') });
    const restore = pointSdkAt(cloud.environment);
    try {
      return await work(cloud);
    } finally {
      restore();
      await cloud.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
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
