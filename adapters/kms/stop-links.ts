import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import * as z from 'zod/mini';
import { addDays, type CivilDate, civilDateSchema } from '../../domain/calendar.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { orThrottled } from '../dynamodb/table/faults.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';
import { filledSchema } from '../../domain/values/filled.ts';

/** Longer than people keep a mail that they want no more of; the law asks for thirty days. */
const validDays = 180;

const claimSchema = z.tuple([filledSchema, civilDateSchema]);
/** KMS takes no longer message. */
const mostBytes = 4096;
const MacAlgorithm = 'HMAC_SHA_256';

/** Signs what stops the mails of a licence: its id and the last day, and nothing else. */
export class StopLinks {
  private readonly kms = new KMSClient();
  private readonly key: string;
  private readonly address: string;

  constructor(settings: Settings) {
    this.key = setting(settings, environment.stopLinkKey);
    this.address = setting(settings, environment.stopLinkAddress);
  }

  /** The link in a mail of that day: the same for the same licence and day. Throws `Throttled`. */
  async linkFor(licenceId: string, today: CivilDate): Promise<string> {
    const claim = Buffer.from(JSON.stringify([licenceId, addDays(today, validDays)])).toString('base64url');
    const request = new GenerateMacCommand({ KeyId: this.key, MacAlgorithm, Message: messageOf(claim) });
    const { Mac } = await this.kms.send(request).catch((error: unknown) => {
      throw orThrottled(error, 'KMS');
    });
    if (Mac === undefined) throw new Error(`KMS answered without a code of the key ${this.key}`);
    return `${this.address}?token=${claim}.${Buffer.from(Mac).toString('base64url')}`;
  }
}

/** Checks what `StopLinks` has signed. */
export class StopLinkChecks {
  private readonly kms = new KMSClient();
  private readonly key: string;

  constructor(settings: Settings) {
    this.key = setting(settings, environment.stopLinkKey);
  }

  /** The licence that a token is for; undefined for one that was not signed here or is over on that day. */
  async licenceOf(token: string, today: CivilDate): Promise<string | undefined> {
    const [claim = '', mac = ''] = token.split('.');
    const Mac = Buffer.from(mac, 'base64url');
    if (Mac.length !== 32 || messageOf(claim).length > mostBytes) return undefined;
    try {
      const request = { KeyId: this.key, MacAlgorithm, Message: messageOf(claim), Mac } as const;
      await this.kms.send(new VerifyMacCommand(request));
    } catch (error) {
      if (error instanceof KMSInvalidMacException) return undefined;
      throw orThrottled(error, 'KMS');
    }
    const [licenceId, until] = claimSchema.parse(JSON.parse(Buffer.from(claim, 'base64url').toString()));
    return today <= until ? licenceId : undefined;
  }
}

function messageOf(claim: string): Uint8Array {
  return Buffer.from(`stop mails ${claim}`);
}
