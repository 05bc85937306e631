import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Assembly, synthesise } from '../../../cli/assembly/synthesise.ts';

/** A function that ends, as without memory, whenever its event has a text and a file exists. */
interface DeadlyFunction {
  /** How its logical id begins, such as `Stepsact`. */
  readonly logicalId: string;
  readonly text: string;
  readonly whileThereIs: string;
}

/** The synthesised application, copied to a folder of its own, with functions that die of some events. */
export async function failingAssembly(deadly: readonly DeadlyFunction[]): Promise<Assembly> {
  const assembly = await synthesise(new AbortController().signal);
  const folder = mkdtempSync(join(tmpdir(), 'perennial-failing-'));
  try {
    cpSync(assembly.folder, folder, { recursive: true });
  } finally {
    assembly.release();
  }
  for (const each of deadly) makeDeadly(moduleOf(folder, each.logicalId), each);
  return {
    folder,
    release: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: { readonly Handler?: string; readonly Code?: { readonly S3Key?: string } };
      }
    >
  >;
}

/** The module of a function in an assembly, without its ending. */
function moduleOf(assembly: string, logicalId: string): string {
  for (const name of readdirSync(assembly).filter((each) => each.endsWith('.template.json'))) {
    const { Resources } = JSON.parse(readFileSync(join(assembly, name), 'utf8')) as Template;
    for (const [id, { Type, Properties: { Code, Handler } = {} }] of Object.entries(Resources)) {
      if (Type !== 'AWS::Lambda::Function' || !id.startsWith(logicalId)) continue;
      if (Code?.S3Key === undefined || Handler === undefined) continue;
      return join(assembly, `asset.${Code.S3Key.replace(/\.zip$/, '')}`, Handler.replace(/\.handler$/, ''));
    }
  }
  throw new Error(`the assembly has no function ${logicalId}`);
}

function makeDeadly(module: string, { text, whileThereIs }: DeadlyFunction): void {
  renameSync(`${module}.mjs`, `${module}-sound.mjs`);
  writeFileSync(
    `${module}.mjs`,
    `import { existsSync } from 'node:fs';
import * as sound from './${basename(module)}-sound.mjs';
export const handler = (event, context) => {
  const isDeadly = JSON.stringify(event).includes(${JSON.stringify(text)});
  if (isDeadly && existsSync(${JSON.stringify(whileThereIs)})) process.exit(1);
  return sound.handler(event, context);
};
`,
  );
}
