import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseTemplate, type Template } from './template.ts';

/** One stack of a cloud assembly. */
export interface Stack {
  readonly name: string;
  readonly template: Template;
  /** Folder or file of each asset, by the object key under which a template names it. */
  readonly assets: ReadonlyMap<string, string>;
}

const artifact = z.looseObject({
  type: z.string(),
  dependencies: z.array(z.string()).default([]),
  properties: z
    .looseObject({
      templateFile: z.string().optional(),
      stackName: z.string().optional(),
      file: z.string().optional(),
      directoryName: z.string().optional(),
    })
    .default({}),
});

const manifest = z.looseObject({ artifacts: z.record(z.string(), artifact).default({}) });

const assetManifest = z.looseObject({
  files: z
    .record(
      z.string(),
      z.looseObject({
        source: z.looseObject({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/**
 * Reads every stack of a synthesised cloud assembly (`cdk.out`), those of its stages too.
 * Throws when the folder holds no assembly.
 */
export function readAssembly(folder: string): readonly Stack[] {
  const { artifacts } = manifest.parse(readJson(join(folder, 'manifest.json')));
  const stacks: Stack[] = [];
  for (const [id, { type, properties, dependencies }] of Object.entries(artifacts)) {
    if (type === 'cdk:cloud-assembly' && properties.directoryName !== undefined) {
      stacks.push(...readAssembly(join(folder, properties.directoryName)));
    }
    if (type === 'aws:cloudformation:stack' && properties.templateFile !== undefined) {
      const manifests = dependencies.map((name) => artifacts[name]?.properties.file);
      stacks.push({
        name: properties.stackName ?? id,
        template: parseTemplate(readJson(join(folder, properties.templateFile))),
        assets: new Map(manifests.flatMap((file) => (file === undefined ? [] : readAssets(folder, file)))),
      });
    }
  }
  return stacks;
}

function readAssets(folder: string, file: string): [objectKey: string, path: string][] {
  const { files } = assetManifest.parse(readJson(join(folder, file)));
  return Object.values(files).flatMap(({ source, destinations }) => {
    const { path } = source;
    if (path === undefined) return [];
    return Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      join(folder, path),
    ]);
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`cannot read ${file} of the cloud assembly; run "cdk synth" first`, { cause: error });
  }
}
