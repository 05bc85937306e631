import { randomUUID } from 'node:crypto';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Cloud } from '../../../local/cloud.ts';

/** The vendor's own site, which asks the API of the customer's page in the name of one address. */
export function portalSite(cloud: Pick<Cloud, 'outputs'>, address: string) {
  const ask = async (path: string, body?: unknown, more: Readonly<Record<string, string>> = {}) => {
    const scope = `${process.env['AWS_ACCESS_KEY_ID']}/20260310/us-east-1/execute-api/aws4_request`;
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=a`,
      'perennial-reader': address,
      'idempotency-key': randomUUID(),
      ...more,
    };
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${cloud.outputs[outputs.portalAddress] ?? ''}/api${path}`, {
      ...init,
      headers,
    });
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const json = (isJson ? await answer.json() : undefined) as { readonly did?: Record<string, unknown> };
    return { status: answer.status, json };
  };

  return {
    ask,

    /** Has a customer do something, which must work; gives what it did. */
    did: async (customerId: string, action: string, body: unknown): Promise<Record<string, unknown>> => {
      const { status, json } = await ask(`/customers/${customerId}/actions/${action}`, body);
      if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(json)}`);
      return json.did ?? {};
    },
  };
}
