import type { Settings } from '../../../contracts/deployment/settings.ts';

/** Lets readers in: by signed links, of which sessions are made. */
export interface Door {
  /** Where the customer's page is. */
  readonly address: string;
}

/** Opens the door of the customer's page. @param settings the environment of its function */
export function openDoor(_settings: Settings): Door {
  return { address: '' };
}
