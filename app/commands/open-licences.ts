import type { Documents } from '../../adapters/dynamodb/table/document-client.ts';
import { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { mailKindsOf } from '../../mail/kinds/index.ts';

/** The store of licences that gives each event its mail, where it calls for one. */
export function openLicences(documents: Documents, settings: Settings): LicenceStore {
  return new LicenceStore(documents, settings, mailKindsOf);
}
