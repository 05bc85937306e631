import type { Documents } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import { DocumentFiles } from '../../adapters/s3/document-files.ts';
import { AwaitedReports } from '../../adapters/dynamodb/runs/awaited-reports.ts';
import { MailStore } from '../../adapters/dynamodb/mails/mail-store.ts';
import { Mailer } from '../../adapters/ses/mailer.ts';
import { type CountMail, countNowhere } from '../../adapters/cloudwatch/metrics.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { StopLinks } from '../../adapters/kms/stop-links.ts';
import { UpdatePasswords } from '../../adapters/kms/update-passwords.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import type { MailingDependencies } from './deliver.ts';
import { PortalLinks } from '../portal/door/links.ts';
import { type Pace, paceOf } from './pace.ts';
import { openLicences } from '../commands/open-licences.ts';

/** @param count counts the mails that it delivers; functions count in their log */
export function openMailing(
  documents: Documents,
  settings: Settings,
  count: CountMail = countNowhere,
): MailingDependencies {
  return {
    licences: openLicences(documents, settings),
    mails: new MailStore(documents, settings),
    awaited: new AwaitedReports(documents, settings),
    customers: new CustomerStore(documents, settings),
    mailer: new Mailer(settings),
    pace: paceIn(settings),
    count,
    passwords: new UpdatePasswords(settings),
    stopLinks: new StopLinks(settings),
    portalLinks: new PortalLinks(settings),
    files: new DocumentFiles(settings),
  };
}

/** Only the functions of the workflow send many mails: whoever has no rate sends at once. */
function paceIn(settings: Settings): Pace {
  const rate = settings[environment.sendRate];
  return rate === undefined ? () => Promise.resolve() : paceOf(Number(rate));
}
