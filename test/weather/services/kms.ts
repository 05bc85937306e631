import { KMSInvalidMacException, KMSServiceException } from '@aws-sdk/client-kms';
import { createHmac } from 'node:crypto';

type Input = Readonly<Record<string, unknown>>;

/** HMAC keys of KMS. */
export class ModelKms {
  answer(command: string, input: Input): object {
    if (Buffer.from(input['Message'] as Uint8Array).length > 4096) {
      throw new KMSServiceException({
        name: 'ValidationException',
        message: 'the message is longer than 4,096 bytes',
        $fault: 'client',
        $metadata: { httpStatusCode: 400 },
      });
    }
    const mac = createHmac('sha256', String(input['KeyId']))
      .update(input['Message'] as Uint8Array)
      .digest();
    switch (command) {
      case 'GenerateMacCommand':
        return { Mac: new Uint8Array(mac) };
      case 'VerifyMacCommand':
        if (!mac.equals(Buffer.from(input['Mac'] as Uint8Array))) {
          throw new KMSInvalidMacException({
            message: 'the code is not valid',
            $metadata: { httpStatusCode: 400 },
          });
        }
        return { MacValid: true };
      default:
        throw new Error(`the model of KMS does not know ${command}`);
    }
  }
}
