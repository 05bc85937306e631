import type { Json } from '../../shared/json.ts';
import { isTerminal, refuseTooLarge, type StateError } from './errors.ts';
import type { Task, Workflow } from './workflow.ts';

type Handler = (input: Json) => Promise<Json>;
type RunTask = (task: Task, input: Json) => Promise<Json>;

/**
 * What the interpreter calls for each Task state.
 * @param run does a task
 * @param end receives an error that ends the execution: other than the interpreter has it, no Catch of all errors
 *   catches it
 */
export function handlersOf(
  { tasks }: Workflow,
  run: RunTask,
  end: (error: StateError) => void,
): Record<string, Handler> {
  const handlerOf = (name: string, task: Task): Handler => {
    return async (input) => {
      try {
        refuseTooLarge(JSON.stringify(input), name);
        return await run(task, input);
      } catch (error) {
        if (isTerminal(error)) end(error);
        throw error;
      }
    };
  };
  return Object.fromEntries([...tasks].map(([name, task]) => [name, handlerOf(name, task)]));
}
