import type { ExecutionLog } from '../api/execution-log.ts';
import type { StateMachines } from './state-machines.ts';

/** Starts those executions again, under their names, that a killed process has left unfinished. */
export function resumeExecutions(machines: StateMachines, log: ExecutionLog): void {
  for (const { name, stateMachineArn, input } of log.unfinished()) {
    const machine = machines.find(stateMachineArn);
    if (machine !== undefined) machines.start(machine, name, input);
  }
}
