import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** DynamoDB Local, running. */
interface Emulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const mostTries = 120;

/** Starts DynamoDB Local with Java, in memory. @param folder with `DynamoDBLocal.jar` */
export async function openEmulator(folder: string): Promise<Emulator> {
  const port = await freePort();
  const java = spawn(
    'java',
    [
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-inMemory',
      '-port',
      String(port),
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const ended = once(java, 'exit');
  const stop = async () => {
    java.kill();
    await ended;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 1; !(await answers(endpoint)); tries += 1) {
    if (tries === mostTries || java.exitCode !== null) {
      await stop();
      throw new Error(`DynamoDB Local in ${folder} does not start`);
    }
    await pause(500);
  }
  return { endpoint, stop };
}

async function answers(endpoint: string): Promise<boolean> {
  return await fetch(endpoint).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
