import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { passwordMessage, typeable } from '../../domain/updates/password.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { orThrottled } from '../dynamodb/table/faults.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/** The passwords of updates, derived by a key that never leaves KMS: the same ones each time, and stored nowhere. */
export class UpdatePasswords {
  private readonly kms = new KMSClient();
  private readonly key: string;

  constructor(settings: Settings) {
    this.key = setting(settings, environment.updatePasswordKey);
  }

  /** The password of an update for a licence. Throws `Throttled` if KMS throttles requests. */
  async passwordOf(licenceId: string, product: string, version: string): Promise<string> {
    const request = new GenerateMacCommand({
      KeyId: this.key,
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from(passwordMessage(licenceId, product, version)),
    });
    const { Mac } = await this.kms.send(request).catch((error: unknown) => {
      throw orThrottled(error, 'KMS');
    });
    if (Mac === undefined) throw new Error(`KMS answered without a code of the key ${this.key}`);
    return typeable(Mac);
  }
}
