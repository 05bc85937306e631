import { AsyncLocalStorage } from 'node:async_hooks';
import { outputsOf } from '../../adapters/cloudformation/stack-outputs.ts';
import type { ConsoleVisitor } from '../../contracts/console/door.ts';
import { outputs, stacks } from '../../contracts/deployment/stacks.ts';
import { Deployment } from '../deployment/deployment.ts';
import { outputNamed } from '../deployment/output-named.ts';
import { NotAnOperator } from '../operator/errors.ts';
import { OperatorClient } from '../operator/operator-client.ts';

const visitors = new AsyncLocalStorage<ConsoleVisitor>();

/** Answers a request of somebody; whatever is changed meanwhile is changed in the name of that person. */
export function asVisitor<Result>(visitor: ConsoleVisitor, answer: () => Promise<Result>): Promise<Result> {
  return visitors.run(visitor, answer);
}

/** What was deployed, for the people at the deployed console: an operator acts in its own name, a reader not at all. */
class HostedDeployment extends Deployment {
  /** Throws `NotAnOperator` for everybody else. */
  override get operator(): OperatorClient {
    const visitor = visitors.getStore();
    if (visitor?.role !== 'operator') throw new NotAnOperator();
    return new OperatorClient(outputNamed(this.outputs, outputs.operatorAddress), visitor.person);
  }
}

/** Finds what was deployed beside the console's function. */
export async function connectHosted(): Promise<Deployment> {
  return new HostedDeployment(await outputsOf([stacks.licences, stacks.renewals]));
}
