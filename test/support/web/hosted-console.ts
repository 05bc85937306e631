import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import { perennial } from '../../../lib/app.ts';
import { bundleHandlers } from '../../../lib/functions/handlers.ts';
import { startCloud } from '../../../local/cloud.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { janeRoe } from '../application/jane-roe.ts';
import { factsOf } from '../application/play.ts';
import { type Issuer, openIssuer } from '../issuer/issuer.ts';

const clientId = 'perennial-console';

/** What a deployer sets for a console behind an issuer. */
const consoleSettings = (issuer: string) => ({
  issuer,
  clientId,
  roles: { claim: 'groups', reader: ['renewals-readers'], operator: ['renewals-operators'] },
});

/**
 * The application with a console behind a company's sign-in, on an embedded cloud that the process's environment points to. Its
 * customer C-1 has licence L-1, which is covered until 2026-12-31.
 */
export async function openHostedConsole(now: string) {
  const issuer = await openIssuer(() => Date.parse(now));
  const folder = mkdtempSync(join(tmpdir(), 'perennial-hosted-'));
  const { stages } = configuration;
  const changed = {
    ...configuration,
    stages: { ...stages, prod: { ...stages.prod, console: consoleSettings(issuer.url) } },
  };
  const assembly = join(folder, 'cdk.out');
  perennial({
    plans,
    handlers: await bundleHandlers({ apart: false }),
    configuration: changed,
    outdir: assembly,
  }).synth();
  const cloud = await startCloud({ assembly, data: join(folder, 'data') });
  cloud.clock.set(now);
  Object.assign(process.env, cloud.environment);
  const post = openMailing(documentClient(), settingsOf(cloud.outputs));
  await post.customers.put(janeRoe);
  await registerLicence(post.licences, {
    ...factsOf(netjapanMaintenance, { licenceId: 'L-1' }),
    registeredOn: '2026-01-01',
    coverEnds: '2026-12-31',
  } as Facts);
  return {
    cloud,
    issuer,
    address: cloud.outputs[outputs.consoleAddress] ?? '',
    post,
    stop: async () => {
      await cloud.stop();
      await issuer.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A browser at the deployed console, without its script: what the script does, `signIn` does. */
export function browserAt(address: string, issuer: Issuer) {
  const cookies = new Map<string, string>();

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const answer = await fetch(`${address}${path}`, { redirect: 'manual', ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };

  /** Follows the sign-in service's answer to the console, and gets the token that its page says how to get. */
  const comeBack = async (location: string) => {
    const html = await (await ask(location.slice(address.length))).text();
    const data = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? '';
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code: data('code'),
      redirect_uri: data('redirect'),
      client_id: data('client'),
      code_verifier: data('verifier'),
    });
    const given = (await (await fetch(data('endpoint'), { method: 'POST', body: form })).json()) as {
      id_token?: string;
    };
    return given.id_token ?? '';
  };

  const admit = async (token: string) => {
    const answer = await ask('/sign-in/session', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, json: (await answer.json()) as { to?: string; why?: string } };
  };

  return {
    ask,
    comeBack,
    admit,
    cookies,
    html: async (path: string) => {
      const answer = await ask(path);
      return { status: answer.status, html: await answer.text() };
    },
    /** Goes from a page of the console to the sign-in service and back to the console, with the token. */
    begin: async (path: string): Promise<string> => {
      const first = await ask(path);
      const begun = await ask(first.headers.get('location') ?? '');
      const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
      return there.headers.get('location') ?? '';
    },
    /** Signs in on the way to a page; gives what the console answers. */
    signIn: async (person: Parameters<Issuer['signInAs']>[0], path = '/') => {
      issuer.signInAs(person);
      const first = await ask(path);
      const begun = await ask(first.headers.get('location') ?? '');
      const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
      return admit(await comeBack(there.headers.get('location') ?? ''));
    },
    /** Sends the form of a page to `action`, with its hidden fields and as a browser does; `more` is added or replaces. */
    post: async (page: string, action: string, more: Readonly<Record<string, string>> = {}) => {
      const html = await (await ask(page)).text();
      const form = html.slice(html.indexOf(`action="${action}"`));
      const hidden = [
        ...form.slice(0, form.indexOf('</form>')).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g),
      ];
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      return ask(action, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, ...more }),
        headers: { origin: address },
      });
    },
  };
}
