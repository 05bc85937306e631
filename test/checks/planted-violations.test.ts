import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A check that finds nothing because it looks nowhere is worse than none: each is shown a violation here. */
const root = path.resolve(import.meta.dirname, '../..');
const parts = [
  'bin',
  'plans',
  'domain',
  'app',
  'adapters',
  'wording',
  'mail',
  'documents',
  'contracts',
  'lambdas',
  'web',
  'lib',
  'client',
  'cli',
  'local',
  'test',
  'package.json',
  'tsconfig.json',
];
const settings = [
  'eslint.config.js',
  '.dependency-cruiser.js',
  'knip.json',
  '.prettierrc.json',
  '.prettierignore',
];
const more = ['vitest.config.ts', 'perennial.config.ts', 'bench'];

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'perennial-checks-'));
  for (const part of [...parts, ...settings, ...more]) {
    await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});

afterAll(() => rm(copy, { recursive: true }));

/** A file in a room that imports what the room may not. */
function planted(room: string, rule: string, imported: string) {
  const text = `import * as imported from '../${imported}';\nexport const planted = imported;\n`;
  return { check: `depcruise ${room}`, rule, file: `${room}/planted.ts`, text };
}

const violations: { check: string; rule: string; file: string; text: string }[] = [
  {
    check: 'tsc',
    rule: 'TS2322',
    file: 'domain/planted.ts',
    text: "export const planted: number = 'text';\n",
  },
  {
    check: 'tsc',
    rule: 'TS2532',
    file: 'domain/planted.ts',
    text: 'export const planted = (list: string[]) => list[0].length;\n',
  },
  {
    check: 'eslint domain/planted.ts',
    rule: '@typescript-eslint/consistent-type-assertions',
    file: 'domain/planted.ts',
    text: 'export const planted = (value: unknown) => value as string;\n',
  },
  {
    check: 'eslint domain/planted.ts',
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    file: 'domain/planted.ts',
    text: "export function planted(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  },
  {
    check: 'eslint domain/planted.ts',
    rule: 'no-restricted-globals',
    file: 'domain/planted.ts',
    text: 'export const planted = () => new Date().toISOString();\n',
  },
  {
    check: 'prettier --check domain/planted.ts',
    rule: 'planted.ts',
    file: 'domain/planted.ts',
    text: 'export const  a=1\n',
  },
  {
    check: 'depcruise domain',
    rule: 'domain-is-pure',
    file: 'domain/planted.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
  },
  {
    check: 'depcruise lambdas',
    rule: 'only-adapters-import-the-sdk',
    file: 'lambdas/steps/planted.ts',
    text: "import { S3Client } from '@aws-sdk/client-s3';\nexport const planted = S3Client;\n",
  },
  {
    check: 'depcruise lambdas',
    rule: 'lambdas-are-entry-points',
    file: 'lambdas/steps/planted.ts',
    text: "import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';\nexport const planted = documentClient;\n",
  },
  {
    check: 'depcruise lib',
    rule: 'lib-names-handlers-by-path',
    file: 'lib/planted.ts',
    text: "import { handler } from '../lambdas/steps/assess.ts';\nexport const planted = handler;\n",
  },
  planted('domain', 'domain-stands-alone', 'adapters/dynamodb/licences/licence-store.ts'),
  planted('cli', 'cli-is-a-client', 'lib/app.ts'),
  planted('cli', 'cli-is-a-client', 'adapters/dynamodb/licences/licence-reader.ts'),
  planted('local', 'local-knows-the-assembly-only', 'app/operations/answer-request.ts'),
  planted('client', 'client-reads-and-asks', 'app/operations/answer-request.ts'),
  planted('client', 'clients-write-nothing', 'adapters/stepfunctions/execution-starter.ts'),
  {
    check: 'depcruise domain',
    rule: 'no-cycles',
    file: 'domain/planted.ts',
    text: "import { planted as self } from './planted.ts';\nexport const planted = (): unknown => self;\n",
  },
  { check: 'knip', rule: 'planted', file: 'domain/planted.ts', text: 'export const planted = 1;\n' },
];

it.each(violations)(
  '$check finds $rule in $file',
  async ({ check, rule, file, text }) => {
    const planted = path.join(copy, file);
    await writeFile(planted, text);
    const [tool = '', ...args] = check.split(' ');
    const { status, output } = await run(path.join(root, 'node_modules/.bin', tool), args);
    await rm(planted);
    expect(output).toContain(rule);
    expect(status).not.toBe(0);
  },
  120_000,
);

function run(tool: string, args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((done) => {
    const child = execFile(tool, args, { cwd: copy, maxBuffer: 16_000_000 }, (_error, stdout, stderr) => {
      done({ status: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}
