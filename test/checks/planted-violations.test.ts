import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A check that finds nothing because it looks nowhere is worse than none: each is shown violations here. */
const root = path.resolve(import.meta.dirname, '../..');
const rooms = [
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
];
const settings = [
  'package.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.dependency-cruiser.js',
  'knip.json',
  '.prettierrc.json',
  '.prettierignore',
];

interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

/** A check, which is run once on several violations. */
interface Check {
  /** A command, or a script of package.json, which is taken as it is there. */
  readonly check: string;
  readonly options?: readonly string[];
  /** What the check is shown of the repository beside its settings. */
  readonly of: readonly string[];
  /** What the check says of a violation. */
  readonly says: (violation: Violation) => string | RegExp;
  readonly violations: readonly Violation[];
}

const ruleOf = ({ rule }: Violation): string => rule;

/** A file in a room that imports what the room may not. */
function planted(rule: string, file: string, imported: string): Violation {
  const up = '../'.repeat(file.split('/').length - 1);
  const text = `import * as imported from '${up}${imported}';\nexport const planted = imported;\n`;
  return { rule, file, text };
}

/** A file in `domain/` that breaks a rule of the linter. */
function linted(rule: string, text: string): Violation {
  return { rule, file: `domain/planted-${rule}.ts`, text: `${text}\n` };
}
const parsed = "const parsed = JSON.parse('1');\n";
const later = 'const later = () => Promise.resolve(1);\n';

const checks: readonly Check[] = [
  {
    check: 'check:types',
    // Compiling and linting all rooms would take longer, and find no more.
    of: ['domain'],
    says: ruleOf,
    violations: [
      { rule: 'TS2322', file: 'domain/text.ts', text: "export const planted: number = 'text';\n" },
      {
        rule: 'TS2532',
        file: 'domain/unchecked.ts',
        text: 'export const planted = (list: string[]) => list[0].length;\n',
      },
    ],
  },
  {
    check: 'check:lint',
    options: ['--format=unix'],
    of: ['domain'],
    says: ({ rule, file }) => new RegExp(`^${file}:.*\\[Error/(typescript|eslint)\\(${rule}\\)\\]$`, 'm'),
    violations: [
      linted('consistent-type-assertions', 'export const planted = (value: unknown) => value as string;'),
      {
        rule: 'consistent-type-assertions',
        file: 'domain/page.tsx',
        text: 'export const planted = (value: unknown) => value as string;\n',
      },
      linted('no-non-null-assertion', 'export const planted = (list: string[]) => list[0]!.length;'),
      linted(
        'switch-exhaustiveness-check',
        "export function planted(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}",
      ),
      linted('no-unnecessary-condition', "export const planted = (x: { a: number }) => x.a ?? 'none';"),
      linted('no-explicit-any', 'export const planted = (value: any) => [value];'),
      linted('no-unsafe-assignment', `${parsed}const text: string = parsed;\nexport const planted = text;`),
      linted('no-unsafe-member-access', `${parsed}export const planted = String(parsed.text);`),
      linted('no-unsafe-call', `${parsed}export const planted = String(parsed());`),
      linted('no-unsafe-argument', `${parsed}export const planted = Number.parseFloat(parsed);`),
      linted('no-unsafe-return', `${parsed}export const planted = (): string => parsed;`),
      linted('no-floating-promises', `${later}export const planted = (): void => {\n  later();\n};`),
      linted('no-misused-promises', `${later}export const planted = () => (later() ? 1 : 2);`),
      linted('await-thenable', 'export const planted = async () => await 1;'),
      linted('require-await', 'export const planted = async () => 1;'),
      linted(
        'return-await',
        `${later}export async function planted() {\n  try {\n    return later();\n  } catch {\n    return 0;\n  }\n}`,
      ),
      linted('restrict-template-expressions', 'export const planted = (x: { a: 1 }) => `${x}`;'),
      linted('no-deprecated', '/** @deprecated */\nconst old = 1;\nexport const planted = old;'),
      linted('only-throw-error', "export function planted() {\n  throw 'text';\n}"),
      linted(
        'consistent-type-imports',
        "import { Licence } from './licence/licence.ts';\nexport type Planted = Licence;",
      ),
      linted('no-console', 'export const planted = () => console.log(1);'),
      linted('no-restricted-globals', 'export const planted = () => new Date().toISOString();'),
      linted('no-restricted-properties', 'export const planted = () => Math.random();'),
    ],
  },
  {
    check: 'check:format',
    of: ['domain'],
    says: ({ file }) => file,
    violations: [{ rule: 'layout', file: 'domain/untidy.ts', text: 'export const  a=1\n' }],
  },
  {
    check: 'check:boundaries',
    of: rooms,
    says: ({ rule, file }) => `error ${rule}: ${file} `,
    violations: [
      {
        rule: 'domain-is-pure',
        file: 'domain/impure.ts',
        text: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
      },
      {
        rule: 'only-adapters-import-the-sdk',
        file: 'lambdas/steps/sdk.ts',
        text: "import { S3Client } from '@aws-sdk/client-s3';\nexport const planted = S3Client;\n",
      },
      {
        rule: 'functions-load-small-schemas',
        file: 'domain/schema.ts',
        text: "import * as z from 'zod';\nexport const planted = z.string();\n",
      },
      planted(
        'lambdas-are-entry-points',
        'lambdas/steps/store.ts',
        'adapters/dynamodb/table/document-client.ts',
      ),
      planted('lib-names-handlers-by-path', 'lib/handler.ts', 'lambdas/steps/assess.ts'),
      planted('domain-stands-alone', 'domain/store.ts', 'adapters/dynamodb/licences/licence-store.ts'),
      planted('cli-is-a-client', 'cli/application.ts', 'lib/app.ts'),
      planted('cli-is-a-client', 'cli/reader.ts', 'adapters/dynamodb/licences/licence-reader.ts'),
      planted('local-knows-the-assembly-only', 'local/operation.ts', 'app/operations/answer-request.ts'),
      planted('client-reads-and-asks', 'client/operation.ts', 'app/operations/answer-request.ts'),
      planted('clients-write-nothing', 'client/starter.ts', 'adapters/stepfunctions/execution-starter.ts'),
      {
        rule: 'no-cycles',
        file: 'domain/itself.ts',
        text: "import { planted as self } from './itself.ts';\nexport const planted = (): unknown => self;\n",
      },
    ],
  },
  {
    check: 'check:dead-code',
    of: [...rooms, 'vitest.config.ts', 'perennial.config.ts', 'bench'],
    says: ({ file }) => file,
    violations: [{ rule: 'unused files', file: 'domain/unused.ts', text: 'export const planted = 1;\n' }],
  },
];

describe.each(checks)('$check', ({ check, options = [], of, says, violations }) => {
  let copy: string;
  let found: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'perennial-checks-'));
    for (const part of [...of, ...settings])
      await cp(path.join(root, part), path.join(copy, part), { recursive: true });
    await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    for (const { file, text } of violations) await writeFile(path.join(copy, file), text);
    const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const [tool = '', ...args] = (scripts[check] ?? check).split(' ');
    found = await run(path.join(root, 'node_modules/.bin', tool), [...args, ...options], copy);
  }, 600_000);
  afterAll(() => rm(copy, { recursive: true }));

  it('fails', () => {
    expect(found.status).not.toBe(0);
  });

  it.each(violations)('finds $rule in $file', (violation) => {
    expect(found.output).toMatch(says(violation));
  });
});

function run(tool: string, args: string[], cwd: string): Promise<{ status: number; output: string }> {
  return new Promise((done) => {
    const child = execFile(tool, args, { cwd, maxBuffer: 16_000_000 }, (_error, stdout, stderr) => {
      done({ status: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}
