import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { dateAt } from '../moved-date.ts';

/** What a function's modules have in place of the globals of the thread. */
export interface Globals {
  readonly process: NodeJS.Process;
  readonly console: Console;
  readonly Date: DateConstructor;
}

/** Where the globals of a function come from. */
interface Sources {
  readonly environment: Readonly<Record<string, string>>;
  /** Receives what it writes to its console. */
  readonly log: (chunk: Buffer) => void;
  /** How many milliseconds its clock is ahead of the machine's. */
  readonly ahead: () => number;
  /** What ends it when it asks to exit. */
  readonly exit: (code: number) => void;
}

/** Makes the globals of one function. */
export function globalsOf({ environment, log, ahead, exit }: Sources): Globals {
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log(chunk);
      done();
    },
  });
  const own: Readonly<Record<string | symbol, unknown>> = {
    env: { ...environment },
    stdout: output,
    stderr: output,
    exit: (code = 0) => {
      exit(code);
      throw new Error(`the function has exited with status ${code}`);
    },
  };
  const process = new Proxy(globalThis.process, {
    get: (target, name): unknown => {
      if (name in own) return own[name];
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const bound: unknown = value.bind(target);
      return bound;
    },
  });
  return {
    process,
    console: new Console({ stdout: output, stderr: output }),
    Date: dateAt(() => Date.now() + ahead()),
  };
}
