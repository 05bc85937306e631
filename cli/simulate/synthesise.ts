import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** Synthesises the application into a cloud assembly in `folder`. Throws with what the CDK says where it cannot. */
export async function synthesise(folder: string, signal: AbortSignal): Promise<void> {
  const environment = { ...process.env, CDK_OUTDIR: folder };
  await run(process.execPath, [join(root, 'bin', 'app.ts')], { cwd: root, env: environment, signal });
}
