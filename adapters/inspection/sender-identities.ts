import type { SenderIdentity } from '../../contracts/delivery/sender-identity.ts';
import type { SendingInspector } from './sending.ts';

/** What SES knows of the senders' domains. The SDK for its settings is loaded with the first question. */
export class SenderIdentities {
  private opened: Promise<SendingInspector> | undefined;

  /** The identity of a domain; undefined where SES has none. */
  async identity(domain: string): Promise<SenderIdentity | undefined> {
    this.opened ??= import('./sending.ts').then((library) => new library.SendingInspector());
    const inspector = await this.opened;
    return inspector.identity(domain);
  }
}
