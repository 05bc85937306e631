import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Cloud } from '../../../local/cloud.ts';

/** Somebody at the customer's page of an embedded cloud, with a browser that keeps its cookies. */
export function portalVisitor(cloud: Pick<Cloud, 'outputs' | 'mails'>) {
  const address = cloud.outputs[outputs.portalAddress] ?? '';
  let cookie = '';

  const ask = async (path: string, init: Pick<RequestInit, 'method' | 'body'> = {}): Promise<Response> => {
    const url = path.startsWith('/') ? `${address}${path}` : path;
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } });
    const [kept] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    if (kept !== undefined) cookie = kept;
    return answer;
  };

  return {
    address,
    ask,
    post: (path: string, fields: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),

    /** The links to the page in the text of the last mail to an address. */
    linksTo: async (reader: string): Promise<readonly string[]> => {
      const mail = cloud.mails().findLast(({ destinations }) => destinations.includes(reader));
      if (mail === undefined) return [];
      const { text = '' } = await simpleParser(readFileSync(mail.file));
      return [...text.matchAll(/http\S+\/in\/\S+/g)].map(([link]) => link);
    },
  };
}
