import * as z from 'zod';
import { readStream } from '../iam/calls/dynamodb.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Role } from '../iam/policies/principals.ts';
import { identify } from '../resources/kinds.ts';
import type { Account } from '../shared/account.ts';
import type { Resource } from '../assembly/resolver.ts';
import type { StreamRecord } from '../dynamodb/streams.ts';
import { busNameIn } from '../eventbridge/bus-name.ts';
import type { EventBuses } from '../eventbridge/event-buses.ts';
import { refuseEvent } from '../eventbridge/limits.ts';
import { matches, type Pattern, patternSchema } from '../eventbridge/pattern.ts';
import { parseJson } from '../shared/json.ts';
import { type Clock, instantAt } from '../shared/clock.ts';
import { readTemplate, type Template, valueAt } from './template.ts';

/** A pipe from the stream of a table to an event bus. */
export interface Pipe {
  readonly name: string;
  /** As which it reads its source and puts events. */
  readonly role: Role;
  readonly table: string;
  /** What it lets through; nothing else. */
  readonly pattern: Pattern;
  readonly bus: string;
  readonly source: string;
  /** The path to it. */
  readonly detailType: string;
  readonly template: Template;
}

const filter = z
  .string()
  .transform((text): unknown => parseJson(text))
  .pipe(
    patternSchema.refine(
      ({ dynamodb = {}, ...rest }) => {
        const names = [...Object.keys(rest), ...Object.keys(dynamodb)];
        return names.every((name) => name === 'eventName' || name === 'NewImage');
      },
      { error: 'the embedded cloud filters by eventName and dynamodb.NewImage only' },
    ),
  );

const properties = z.looseObject({
  RoleArn: z.string().default(''),
  Source: z.string().regex(/:table\/[^/]+\/stream\//, 'only streams of tables can be sources of pipes here'),
  SourceParameters: z.strictObject({
    FilterCriteria: z.strictObject({ Filters: z.tuple([z.strictObject({ Pattern: filter })]) }),
    DynamoDBStreamParameters: z.looseObject({}),
  }),
  Enrichment: z.never('the embedded cloud has no enrichment').optional(),
  Target: z.string().regex(/:event-bus\//, 'only event buses can be targets of pipes here'),
  TargetParameters: z.strictObject({
    InputTemplate: z.string(),
    EventBridgeEventBusParameters: z.strictObject({
      Source: z.string().regex(/^[^$]/),
      DetailType: z.string().regex(/^\$(\.\w+)+$/),
    }),
  }),
});

/** Reads an `AWS::Pipes::Pipe`. Throws for what is not known here, and when its role may not read its source. */
export function readPipe(resource: Resource, account: Account, permissions: Permissions): Pipe {
  const { RoleArn, Source, SourceParameters, Target, TargetParameters } = properties.parse(
    resource.properties(),
  );
  const { Source: source, DetailType: detailType } = TargetParameters.EventBridgeEventBusParameters;
  const identity = identify(resource, account);
  const role = permissions.assume('pipes', RoleArn, identity.reference, identity.attribute('Arn') ?? '');
  permissions.check(role, ...readStream(Source));
  return {
    name: identity.reference,
    role,
    table: /:table\/([^/]+)\//.exec(Source)?.[1] ?? '',
    pattern: SourceParameters.FilterCriteria.Filters[0].Pattern,
    bus: busNameIn(Target),
    source,
    detailType,
    template: readTemplate(TargetParameters.InputTemplate),
  };
}

/** Whether a pipe's filter lets a record through. */
export function lets(pipe: Pipe, record: StreamRecord): boolean {
  return matches(pipe.pattern, record);
}

/** Carries a record to the pipe's bus, and waits for the functions of the rules there. */
export async function carry(
  pipe: Pipe,
  record: StreamRecord,
  buses: EventBuses,
  clock: Clock,
): Promise<void> {
  const event = {
    source: pipe.source,
    detailType: String(valueAt(pipe.detailType, record)),
    time: instantAt(clock.passing()),
    detail: pipe.template(record),
  };
  refuseEvent(event);
  await buses.put(event, pipe.bus);
}
