import { StateMachine } from 'aws-local-stepfunctions';
import type { Template } from 'aws-cdk-lib/assertions';
import { inWords } from './synthesis.ts';

export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly ItemProcessor?: Definition & { readonly ProcessorConfig: Readonly<Record<string, string>> };
  readonly [field: string]: unknown;
}

export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export type Payload = Record<string, unknown>;

/** The acting steps of a batch, and the states that do them. */
export const statesOfSteps = [
  ['expire', 'Expire quotes and orders'],
  ['lapse', 'Lapse'],
  ['auto-renew', 'Renew automatically'],
  ['issue-invoice', 'Issue invoices'],
  ['quote', 'Generate quotes'],
  ['remind', 'Send reminders'],
] as const;

/** What a state's function gives, or throws. */
export type Fakes = Readonly<Record<string, (input: Payload) => Payload>>;

/** A workflow's definition as it is deployed, with `<…>` for what CloudFormation puts in. */
export function definitionIn(
  template: Template,
  workflow: 'Workflow' | 'UpdateWorkflow' = 'Workflow',
): Definition {
  const machines = Object.entries(template.findResources('AWS::StepFunctions::StateMachine'));
  const machine = machines.find(([id]) => id.startsWith(`${workflow}StateMachine`))?.[1];
  const { Properties } = machine as { Properties: { DefinitionString: unknown } };
  return JSON.parse(inWords(Properties.DefinitionString)) as Definition;
}

/** Every state of the workflow, those of its maps too. */
export function statesOf({ States }: Definition): [name: string, state: State][] {
  return Object.entries(States).flatMap(([name, state]) => [
    [name, state],
    ...(state.ItemProcessor === undefined ? [] : statesOf(state.ItemProcessor)),
  ]);
}

/** Every task of the workflow, those of its maps too. */
export function tasksOf(definition: Definition): [name: string, task: State][] {
  return statesOf(definition).filter(([, { Type }]) => Type === 'Task');
}

/** An error with the name by which a workflow knows it. */
export function failure(name: string, message = 'out of luck'): Error {
  return Object.assign(new Error(message), { name });
}

/** Runs a workflow with fakes for its functions, without pauses. Gives its output and which functions ran on what. */
export async function run(definition: Definition, fakes: Fakes, input: Payload) {
  const calls: [state: string, input: Payload][] = [];
  const handlers = Object.entries(fakes).map(([state, fake]) => {
    const handler = (given: Payload) => {
      calls.push([state, given]);
      return Promise.resolve().then(() => fake(given));
    };
    return [state, handler] as const;
  });
  const machine = new StateMachine(definition as never, { validationOptions: { noValidate: true } });
  const execution = machine.run(input as never, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(handlers) as never,
      retryIntervalOverrides: Object.fromEntries(handlers.map(([state]) => [state, 0])),
    },
    context: { Execution: { Name: 'the-execution' } },
  });
  const output = (await execution.result) as unknown;
  return { output, calls };
}
