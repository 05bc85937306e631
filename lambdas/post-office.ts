import type { Documents } from './adapters/clients.ts';
import { CustomerStore } from './adapters/customers.ts';
import { DocumentFiles } from './adapters/document-files.ts';
import { DocumentNumbers } from './adapters/document-numbers.ts';
import { MailStore } from './adapters/mail-store.ts';
import { Mailer } from './adapters/mailer.ts';
import { type CountMail, countNowhere } from './adapters/metrics.ts';
import type { Settings } from './adapters/settings.ts';
import { StopLinks } from './adapters/stop-links.ts';
import { UpdatePasswords } from './adapters/update-passwords.ts';
import type { PostOffice } from './deliver.ts';
import { openLicences } from './licences.ts';

/** @param count counts the mails that it delivers; functions count in their log */
export function openPostOffice(
  documents: Documents,
  settings: Settings,
  count: CountMail = countNowhere,
): PostOffice {
  return {
    licences: openLicences(documents, settings),
    mails: new MailStore(documents, settings),
    customers: new CustomerStore(documents, settings),
    mailer: new Mailer(settings),
    count,
    passwords: new UpdatePasswords(settings),
    stopLinks: new StopLinks(settings),
    numbers: new DocumentNumbers(documents, settings),
    files: new DocumentFiles(settings),
  };
}
