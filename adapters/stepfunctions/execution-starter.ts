import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { executionArn } from '../../contracts/workflow/executions.ts';

/** Starts executions of state machines. Region, endpoint and credentials come from the environment. */
export class ExecutionStarter {
  private readonly client = new SFNClient();

  /**
   * Starts an execution under a name, or finds it started under that name before, whether it still runs or not.
   * @returns its ARN
   */
  async start(stateMachine: string, name: string, input: object): Promise<string> {
    const command = new StartExecutionCommand({
      stateMachineArn: stateMachine,
      name,
      input: JSON.stringify(input),
    });
    try {
      await this.client.send(command);
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
    return executionArn(stateMachine, name);
  }
}
