import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { perennial } from '../../lib/app.ts';
import { configuration } from '../../perennial.config.ts';
import { plans } from '../../plans/index.ts';
import { handlers } from '../support/lib/synthesis.ts';

const run = promisify(execFile);
const app = join(import.meta.dirname, '../../bin/app.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-app-'));
});
afterAll(() => rm(folder, { recursive: true }));

const synthesise = () => run(process.execPath, [app], { cwd: folder, env: { PATH: process.env['PATH'] } });

it('writes the assembly to cdk.out, without credentials, region or a word, and without checks, which take long', async () => {
  expect(await synthesise()).toEqual({ stdout: '', stderr: '' });
  const files = await readdir(join(folder, 'cdk.out'));
  expect(files).toEqual(
    expect.arrayContaining([
      'manifest.json',
      'PerennialLicences.template.json',
      'PerennialRenewals.template.json',
    ]),
  );
  expect(files).not.toContain('validation-report.json');
}, 300_000);

it('fails with a message where it cannot', async () => {
  await rm(join(folder, 'cdk.out'), { recursive: true, force: true });
  await writeFile(join(folder, 'cdk.out'), 'a file where a folder should be');
  await expect(synthesise()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^cannot synthesise Perennial: .*cdk\.out/) as unknown,
  });
}, 300_000);

it('refuses a plan that the compiler cannot see to be wrong, for the functions trust their plans', () => {
  const wrong = plans.map((plan) => ({ ...plan, numbers: { ...plan.numbers, quote: plan.numbers.invoice } }));
  expect(() => perennial({ plans: wrong, handlers, configuration })).toThrow(
    /is not valid:.*prefixes must differ/s,
  );
});

it('tags the stacks, so that cost reports tell the application and its stages from the rest', () => {
  const app = perennial({ plans, handlers, configuration, context: { stage: 'dev' } });
  for (const { tags } of app.synth().stacks) expect(tags).toEqual({ application: 'perennial', stage: 'dev' });
});
