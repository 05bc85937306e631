import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { AnswerRequest, ConsoleSettings } from '../../client/console/console-settings.ts';
import { refused } from '../shell/ending.ts';
import { loadConsole } from './load-console.ts';

/** The console while it is served. */
export interface ServedConsole {
  /** With the token: whoever opens it is let in. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Serves the console on the loopback address.
 * @param port 0 for a free one
 */
export async function serveConsole(settings: ConsoleSettings, port: number): Promise<ServedConsole> {
  const localConsole = await loadConsole();
  let answer: AnswerRequest = () => new Response(null, { status: 503 });
  const listener = getRequestListener((request) => answer(request));
  const server = createServer((request, response) => void listener(request, response));
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(`--port: Port ${port} is not available (${why}). Leave the option out for a free one.`, {
      cause: error,
    });
  }
  const bound = server.address();
  const host = `127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
  const token = randomBytes(24).toString('base64url');
  answer = localConsole({ ...settings, token, host });
  return {
    address: `http://${host}/?token=${token}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
