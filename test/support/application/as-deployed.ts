import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Assembly } from '../../../cli/assembly/synthesise.ts';

const app = join(import.meta.dirname, '../../../bin/app.ts');

/** The application as the CDK's command line makes it for AWS: checked, and each function bundled by itself. */
export async function synthesiseAsDeployed(): Promise<Assembly> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-deployed-'));
  const env = { PATH: process.env['PATH'], CDK_OUTDIR: folder, CDK_CLI_VERSION: '2.0.0' };
  await promisify(execFile)(process.execPath, [app], { env });
  return {
    folder,
    release: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
