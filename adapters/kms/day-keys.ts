import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import type { CivilDate } from '../../domain/calendar.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { orThrottled } from '../dynamodb/table/faults.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/**
 * A key of 32 bytes for each day, derived by one that never leaves KMS. It signs in this process, so that a thousand links
 * of a day cost one request to KMS.
 */
export class DayKeys {
  private readonly kms = new KMSClient();
  private readonly key: string;
  private readonly derived = new Map<CivilDate, Promise<Uint8Array>>();

  /** @param variable the setting that names the key */
  constructor(
    settings: Settings,
    variable: typeof environment.portalKey | typeof environment.consoleKey = environment.portalKey,
  ) {
    this.key = setting(settings, variable);
  }

  /** The key of a day, always the same. Throws `Throttled` if KMS throttles requests. */
  async keyOf(day: CivilDate): Promise<Uint8Array> {
    const known = this.derived.get(day);
    if (known !== undefined) return known;
    const deriving = this.derive(day);
    this.derived.set(day, deriving);
    // What failed is tried again.
    deriving.catch(() => this.derived.delete(day));
    return deriving;
  }

  private async derive(day: CivilDate): Promise<Uint8Array> {
    const Message = Buffer.from(`customer's page ${day}`);
    const request = new GenerateMacCommand({ KeyId: this.key, MacAlgorithm: 'HMAC_SHA_256', Message });
    const { Mac } = await this.kms.send(request).catch((error: unknown) => {
      throw orThrottled(error, 'KMS');
    });
    if (Mac === undefined) throw new Error(`KMS answered without a code of the key ${this.key}`);
    return Mac;
  }
}
