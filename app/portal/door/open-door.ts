import { CustomerIndex } from '../../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerReader } from '../../../adapters/dynamodb/customers/customer-reader.ts';
import { SearchReader } from '../../../adapters/dynamodb/customers/search-reader.ts';
import { LicenceReader } from '../../../adapters/dynamodb/licences/licence-reader.ts';
import { PortalLog } from '../../../adapters/dynamodb/runs/portal-log.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { DayKeys } from '../../../adapters/kms/day-keys.ts';
import { Mailer } from '../../../adapters/ses/mailer.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { noteFailure } from '../note-failure.ts';
import { Door } from './door.ts';
import { LinkSender } from './send-link.ts';

/** Opens the door of the customer's page. @param settings the environment of its function */
export function openDoor(settings: Settings): Door {
  const documents = documentClient();
  const keys = new DayKeys(settings);
  const customers = new CustomerReader(documents, settings);
  const log = new PortalLog(documents, settings);
  const address = setting(settings, environment.portalAddress);
  const sender = new LinkSender({
    keys,
    address,
    search: new SearchReader(documents, settings),
    customers,
    licencesOf: new CustomerIndex(documents, settings),
    licences: new LicenceReader(documents, settings),
    log,
    mailer: new Mailer(settings),
  });
  return new Door({ address, keys, customers, log, sender, report: noteFailure('no link was sent') });
}
