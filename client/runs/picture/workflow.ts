import * as z from 'zod/mini';

/** Where a state leads, and when. */
export interface Way {
  readonly to: string;
  /** `next` always, `choice` and `default` by the input, `catch` on an error. */
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
  /** Of a choice by one text: this text, such as `lapse`. */
  readonly value?: string | undefined;
}

/** A state of a workflow. */
export interface State {
  readonly name: string;
  readonly type: string;
  readonly ways: readonly Way[];
  /** Of a map: what is done for each of its items. */
  readonly inner?: Workflow | undefined;
  /** Whether its items have executions of their own. */
  readonly isDistributed: boolean;
}

/** A workflow as it is deployed. */
export interface Workflow {
  readonly start: string;
  /** In the order of the definition. */
  readonly states: readonly State[];
}

interface Scope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Definition>>;
  readonly ProcessorConfig?: { readonly Mode?: string | undefined } | undefined;
}

interface Definition {
  readonly Type: string;
  readonly Next?: string | undefined;
  readonly Default?: string | undefined;
  readonly Choices?:
    readonly { readonly Next: string; readonly StringEquals?: string | undefined }[] | undefined;
  readonly Catch?: readonly { readonly Next: string }[] | undefined;
  readonly ItemProcessor?: Scope | undefined;
}

const next = z.looseObject({ Next: z.string() });
const scope: z.ZodMiniType<Scope> = z.lazy(() =>
  z.looseObject({
    StartAt: z.string(),
    States: z.record(z.string(), state),
    ProcessorConfig: z.optional(z.looseObject({ Mode: z.optional(z.string()) })),
  }),
);
const state: z.ZodMiniType<Definition> = z.looseObject({
  Type: z.string(),
  Next: z.optional(z.string()),
  Default: z.optional(z.string()),
  Choices: z.optional(z.array(z.extend(next, { StringEquals: z.optional(z.string()) }))),
  Catch: z.optional(z.array(next)),
  ItemProcessor: z.optional(scope),
});

/** Reads a definition in Amazon States Language. Throws where it is none. */
export function readWorkflow(json: string): Workflow {
  return workflowOf(scope.parse(JSON.parse(json)));
}

function workflowOf({ StartAt, States }: Scope): Workflow {
  return { start: StartAt, states: Object.entries(States).map(([name, of]) => stateOf(name, of)) };
}

function stateOf(name: string, definition: Definition): State {
  const { Type, Next, Default, Choices = [], Catch = [], ItemProcessor } = definition;
  const ways: Way[] = [
    ...(Next === undefined ? [] : [{ to: Next, kind: 'next' as const }]),
    ...Choices.map((rule) => ({ to: rule.Next, kind: 'choice' as const, value: rule.StringEquals })),
    ...(Default === undefined ? [] : [{ to: Default, kind: 'default' as const }]),
    ...Catch.map((rule) => ({ to: rule.Next, kind: 'catch' as const })),
  ];
  return {
    name,
    type: Type,
    ways: ways.filter(({ to }, index) => ways.findIndex((way) => way.to === to) === index),
    inner: ItemProcessor === undefined ? undefined : workflowOf(ItemProcessor),
    isDistributed: ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED',
  };
}

/** The states of a workflow and of all maps in it. */
export function allStates({ states }: Workflow): readonly State[] {
  return states.flatMap((one) => [one, ...(one.inner === undefined ? [] : allStates(one.inner))]);
}
