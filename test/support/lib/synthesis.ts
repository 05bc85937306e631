import { rmSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { join } from 'node:path';
import { apis, eventHandlers } from '../../../contracts/deployment/handlers.ts';
import { steps } from '../../../contracts/workflow/steps.ts';
import { perennial } from '../../../lib/app.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';

/** Every function by one handler that does nothing: a synthesis takes seconds less without the bundles. */
export const handlers = new Map(
  [...steps, ...eventHandlers, ...apis].map((name) => [name, join(import.meta.dirname, '../handler')]),
);

/** The templates of the application with what `perennial.config.ts` says, but for `changes`; `context` is that of `-c`. */
export function synthesised(
  changes: Partial<typeof configuration> = {},
  context: Readonly<Record<string, unknown>> = {},
) {
  const changed = { ...configuration, ...changes };
  const assembly = perennial({ plans, handlers, configuration: changed, context }).synth();
  const template = (stack: string) => {
    const json = assembly.getStackByName(stack).template as Record<string, unknown>;
    return Template.fromJSON(json);
  };
  const templates = {
    licences: template('PerennialLicences'),
    renewals: template('PerennialRenewals'),
    operations: template('PerennialOperations'),
  };
  rmSync(assembly.directory, { recursive: true });
  return templates;
}

/** What a stack consists of, for a snapshot that can be read: the names of its resources by type, without hashes. */
export function resourcesOf(template: Template): Readonly<Record<string, readonly string[]>> {
  const { Resources } = template.toJSON() as { Resources: Record<string, { readonly Type: string }> };
  const found: Record<string, string[]> = {};
  for (const [id, { Type }] of Object.entries(Resources)) {
    const name = id.replace(/[0-9A-F]{8}$/, '');
    (found[Type] ??= []).push(name);
  }
  return Object.fromEntries(Object.entries(found).map(([type, names]) => [type, names.toSorted()]));
}

/** What a template's value stands for, as people would say it: `<StoreRunsArn>`, `<StoreRunsArn>/index/due`. */
export function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[intrinsic, argument] = ['']] = Object.entries(value as object) as [string, unknown][];
  switch (intrinsic) {
    case 'Ref':
      return named(String(argument));
    case 'Fn::GetAtt':
      return named((argument as string[]).join(''));
    case 'Fn::GetStackOutput': {
      const { OutputName } = argument as { OutputName: string };
      return named(OutputName.replace(/^PublishOutput(FnGetAtt|Ref)/, ''));
    }
    case 'Fn::ImportValue':
      return named(String(argument).replace(/^.*:ExportsOutput(FnGetAtt|Ref)/, ''));
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map(inWords).join(separator);
    }
    default:
      throw new Error(`cannot say ${JSON.stringify(value)} in words`);
  }
}

function named(id: string): string {
  return `<${id.replaceAll(/(?<=[a-z])(?:[0-9A-F]{8})+/g, '')}>`;
}
