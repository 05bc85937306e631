import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SignatureV4 } from '@smithy/signature-v4';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The URL of a function that takes requests signed by an IAM identity. */
export class SignedUrl {
  private readonly address: URL;
  // Of a client only its configuration is used: where the SDK finds credentials and the region.
  private readonly client = new CloudFormationClient();

  constructor(address: string) {
    this.address = new URL(address);
  }

  /**
   * Posts JSON, signed with the caller's credentials.
   * @throws what `fetch` throws without an answer, and the signal's reason
   */
  async post(body: string, signal: AbortSignal): Promise<Answer> {
    const { credentials, region, sha256 } = this.client.config;
    const signer = new SignatureV4({ service: 'lambda', credentials, region, sha256 });
    const { protocol, hostname, host, pathname } = this.address;
    const { headers } = await signer.sign({
      method: 'POST',
      protocol,
      hostname,
      path: pathname,
      headers: { host, 'content-type': 'application/json' },
      body,
    });
    const response = await fetch(this.address, { method: 'POST', headers, body, signal });
    return { status: response.status, body: await response.text() };
  }
}
