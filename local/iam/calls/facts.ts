import * as z from 'zod';
import type { Resource } from '../../assembly/resolver.ts';
import { identify } from '../../resources/kinds.ts';
import { arn, type Account } from '../../shared/account.ts';

/** What has to be known of an application's resources to say what a request to one of them does. */
export interface Facts {
  readonly account: Account;
  /** ARN of a key, by the ARN of its alias. */
  readonly aliases: ReadonlyMap<string, string>;
  /** ARN of the key that encrypts a topic, by the ARN of the topic. */
  readonly topicKeys: ReadonlyMap<string, string>;
  /** Addresses and domains that mails may come from. */
  readonly identities: ReadonlySet<string>;
  /** The kind of authentication of a function's URL, by the function's name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Whether the account is in the sandbox of SES. Unset: no. */
  readonly isInSandbox?: () => boolean;
}

/** Reads them from the resources of an application. */
export function readFacts(resources: readonly Resource[], account: Account): Facts {
  const aliases = new Map<string, string>();
  const topicKeys = new Map<string, string>();
  const identities = new Set<string>();
  const urls = new Map<string, string>();
  for (const resource of resources) {
    const reference = (): string => identify(resource, account).reference;
    switch (resource.type) {
      case 'AWS::KMS::Alias':
        aliases.set(arn(account, 'kms', reference()), keyArn(text(resource, 'TargetKeyId'), account));
        break;
      case 'AWS::SNS::Topic': {
        const key = resource.property('KmsMasterKeyId');
        if (key !== undefined) topicKeys.set(reference(), keyArn(z.string().parse(key), account));
        break;
      }
      case 'AWS::SES::EmailIdentity':
        identities.add(reference());
        break;
      case 'AWS::Lambda::Url':
        urls.set(reference(), text(resource, 'AuthType'));
        break;
      default:
    }
  }
  return { account, aliases, topicKeys, identities, urls };
}

/** The ARN of a key, which may be given by its id, its ARN or an alias; the key itself where the alias is known. */
export function keyArn(reference: string, account: Account, aliases?: Facts['aliases']): string {
  if (reference.startsWith('arn:')) return aliases?.get(reference) ?? reference;
  if (reference.startsWith('alias/')) return keyArn(arn(account, 'kms', reference), account, aliases);
  return arn(account, 'kms', `key/${reference}`);
}

function text(resource: Resource, property: string): string {
  return z.string().parse(resource.property(property));
}
