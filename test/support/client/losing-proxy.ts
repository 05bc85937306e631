import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hands requests on to an address, and cuts the connection of the first so many before their answer. */
export async function losingProxy(address: string, losses: number) {
  const asked: string[] = [];
  let lost = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      asked.push(body);
      const { authorization = '' } = request.headers;
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body });
      const text = await answer.text();
      if ((lost += 1) <= losses) request.socket.destroy();
      else response.writeHead(answer.status).end(text);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    /** The bodies of the requests, in their order. */
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
