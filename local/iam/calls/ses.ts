import { identityIn } from '../../ses/settings.ts';
import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';
import type { Facts } from './facts.ts';

/** More of a message than its headers take, in characters of Base64. */
const mostHeaders = 64 * 1024;

/**
 * What a request to SES does: sending a mail uses the identity of its sender, and the configuration set that it names. In
 * the sandbox it uses the identity of each recipient too.
 * @param form the request's members
 */
export function sesCalls(form: URLSearchParams, { account, identities, isInSandbox }: Facts): Call[] {
  const action = form.get('Action') ?? '';
  const headers = headersOf(form.get('RawMessage.Data') ?? '');
  const from = addressIn(headers('From') ?? form.get('Source') ?? '');
  const recipients = [...form]
    .filter(([name]) => name.startsWith('Destinations.member.'))
    .map(([, value]) => addressIn(value));
  const used = [`identity/${identityOf(from, identities)}`];
  const configurationSet = form.get('ConfigurationSetName') ?? headers('X-SES-CONFIGURATION-SET');
  if (configurationSet !== undefined) used.push(`configuration-set/${configurationSet}`);
  if (isInSandbox?.() === true) used.push(...recipients.map((address) => `identity/${address}`));
  const context = {
    'ses:fromaddress': [from],
    'ses:recipients': recipients,
  };
  return used.map((resource) => ({
    action: `ses:${action}`,
    resource: arn(account, 'ses', resource),
    context,
  }));
}

/** What a request to SES's second API does: it reads the account's settings, or those of an identity. */
export function settingsCalls(request: { readonly url: string }, account: Account): Call[] {
  const domain = identityIn(request);
  return domain === undefined
    ? [{ action: 'ses:GetAccount', resource: '*' }]
    : [{ action: 'ses:GetEmailIdentity', resource: arn(account, 'ses', `identity/${domain}`) }];
}

/** The identity that an address belongs to: the address itself, its domain, or a domain above that one. */
export function identityOf(address: string, identities: ReadonlySet<string>): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const labels = domain.split('.');
  const domains = labels.map((_, index) => labels.slice(index).join('.'));
  return [address, ...domains].find((candidate) => identities.has(candidate)) ?? domain;
}

/** `jane@example.com` of `Jane <jane@example.com>`. */
function addressIn(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

/** Reads headers of a raw message, their folded lines put together. */
function headersOf(base64: string): (name: string) => string | undefined {
  const text = Buffer.from(base64.slice(0, mostHeaders), 'base64').toString('latin1');
  const lines = (text.split(/\r?\n\r?\n/, 1)[0] ?? '').replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return (name) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim();
}
