import * as z from 'zod';
import type { Resource } from '../assembly/resolver.ts';
import { type Pattern, patternSchema } from './pattern.ts';

/** A rule of EventBridge: which events it hands on, and to which functions. */
export interface Rule {
  readonly pattern: Pattern;
  readonly functionArns: readonly string[];
}

const properties = z.looseObject({
  EventPattern: patternSchema,
  EventBusName: z.literal('default', 'only the default bus is here').default('default'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.looseObject({
        Arn: z.string().regex(/:function:/, 'only functions can be targets of rules here'),
        Input: z.never('a target gets the whole event here').optional(),
        InputPath: z.never('a target gets the whole event here').optional(),
        InputTransformer: z.never('a target gets the whole event here').optional(),
      }),
    )
    .default([]),
});

/** Reads an `AWS::Events::Rule`; gives undefined for one that is disabled. Throws for what is not known here. */
export function readRule(resource: Resource): Rule | undefined {
  const { EventPattern: pattern, State, Targets } = properties.parse(resource.properties());
  return State === 'ENABLED' ? { pattern, functionArns: Targets.map(({ Arn }) => Arn) } : undefined;
}
