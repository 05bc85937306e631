import * as z from 'zod';
import { identify } from '../resources/kinds.ts';
import type { Account } from '../shared/account.ts';
import type { Resource } from '../assembly/resolver.ts';
import { busNameIn, defaultBus } from './bus-name.ts';
import { type Pattern, patternSchema } from './pattern.ts';

/** A rule of EventBridge: which events of a bus it hands on, and to which functions and queues. */
export interface Rule {
  readonly arn: string;
  readonly bus: string;
  readonly pattern: Pattern;
  readonly targets: readonly string[];
}

const properties = z.looseObject({
  EventPattern: patternSchema,
  EventBusName: z.string().default(defaultBus).transform(busNameIn),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.looseObject({
        Arn: z.string().regex(/:function:|:sqs:/, 'only functions and queues can be targets of rules here'),
        Input: z.never('a target gets the whole event here').optional(),
        InputPath: z.never('a target gets the whole event here').optional(),
        InputTransformer: z.never('a target gets the whole event here').optional(),
      }),
    )
    .default([]),
});

/** Reads an `AWS::Events::Rule`; gives undefined for one that is disabled. Throws for what is not known here. */
export function readRule(resource: Resource, account: Account): Rule | undefined {
  const {
    EventPattern: pattern,
    EventBusName: bus,
    State,
    Targets,
  } = properties.parse(resource.properties());
  const arn = identify(resource, account).attribute('Arn') ?? '';
  return State === 'ENABLED' ? { arn, bus, pattern, targets: Targets.map(({ Arn }) => Arn) } : undefined;
}
