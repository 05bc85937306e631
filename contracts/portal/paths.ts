import type { Shared } from '../../domain/licence/shared.ts';
import { escapedId } from '../../domain/text/id.ts';

/** What a link of the customer's page is about. */
export type Matter =
  | { readonly page: 'licences' | 'account' }
  | {
      readonly page: 'licence' | 'asking' | 'cancelling' | 'resuming' | 'support' | 'updates';
      readonly licenceId: string;
    }
  | { readonly page: 'quote' | 'invoice' | 'credit-note'; readonly number: string }
  /** The licences that share a mail. */
  | { readonly page: 'together'; readonly shared: Shared };

/** Gives the link to the page of a matter, for one reader. */
export type LinkTo = (matter: Matter) => string;

/** What each page of a licence is called in its path. */
const ofLicence = {
  licence: '',
  asking: '/quote',
  cancelling: '/cancel',
  resuming: '/resume',
  support: '/support',
  updates: '/updates',
} as const;

/**
 * Where a page is, from the host on. Ids are written without `%`: an HTTP API decodes the path before it hands it on, so that
 * an encoded slash would part it (docs/adr/0037).
 */
export function pathOf(matter: Matter): string {
  switch (matter.page) {
    case 'licences':
    case 'account':
      return `/${matter.page}`;
    case 'licence':
    case 'asking':
    case 'cancelling':
    case 'resuming':
    case 'support':
    case 'updates':
      return `/licences/${escapedId(matter.licenceId)}${ofLicence[matter.page]}`;
    case 'quote':
    case 'invoice':
    case 'credit-note':
      return `/${matter.page}s/${escapedId(matter.number)}`;
    case 'together':
      return `/together/${escapedId(matter.shared.licenceId)}/${matter.shared.version}`;
  }
}
