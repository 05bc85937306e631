import type { Documents } from '../../adapters/dynamodb/table/document-client.ts';
import { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';

/**
 * The store of licences that gives each event its mail, where it calls for one. The kinds of mails are loaded with the first event:
 * most licences that a function looks at do not change.
 */
export function openLicences(documents: Documents, settings: Settings): LicenceStore {
  return new LicenceStore(documents, settings, async (event, after) => {
    const { mailKindsOf } = await import('../../mail/kinds/index.ts');
    return mailKindsOf(event, after);
  });
}
