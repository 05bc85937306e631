import { dayIn } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { type LinkTo, pathOf } from '../../../contracts/portal/paths.ts';
import { DayKeys } from '../../../adapters/kms/day-keys.ts';
import { addressCode } from './readers.ts';
import { linkToken, sealed } from './token.ts';

/** Signs links to the customer's page. */
export class PortalLinks {
  private readonly keys: DayKeys;
  private readonly address: string;

  constructor(settings: Settings, keys: DayKeys = new DayKeys(settings)) {
    this.keys = keys;
    this.address = setting(settings, environment.portalAddress);
  }

  /**
   * What signs the links of a mail, for a reader of a customer by its address: the same link each time. One request to KMS
   * for a day, however many readers there are. Throws `Throttled`.
   * @param now when the mail is sent, in milliseconds since 1970. A link is valid from then on, also in the mail of a run that
   *   is made good weeks later.
   */
  async of(now: number): Promise<(customerId: string, address: string) => LinkTo> {
    const today = dayIn('UTC', new Date(now).toISOString());
    const key = await this.keys.keyOf(today);
    return (customerId, address) => {
      const code = addressCode(key, address);
      return (matter) =>
        `${this.address}/in/${sealed(key, linkToken, [today, customerId, code, pathOf(matter)])}`;
    };
  }
}
