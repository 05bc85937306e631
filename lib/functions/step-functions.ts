import { Construct } from 'constructs';
import { type Step, steps } from '../../contracts/workflow/steps.ts';
import { AppFunction, type FunctionSetup } from './app-function.ts';
import { type StepResources, stepSettings } from './step-settings.ts';

export interface StepFunctionsProps extends StepResources {
  readonly setup: FunctionSetup;
}

/** One function for each step of the workflows. */
export class StepFunctions extends Construct {
  private readonly lambdas: ReadonlyMap<Step, AppFunction>;

  constructor(scope: Construct, id: string, { setup, ...resources }: StepFunctionsProps) {
    super(scope, id);
    const settings = stepSettings(resources);
    this.lambdas = new Map(
      steps.map((step) => [step, new AppFunction(this, step, { setup, handler: step, ...settings[step] })]),
    );
  }

  of(step: Step): AppFunction {
    const lambda = this.lambdas.get(step);
    if (lambda === undefined) throw new Error(`no function was made for step ${step}`);
    return lambda;
  }
}
