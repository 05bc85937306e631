/** What a link of the customer's page is about. */
export type Matter =
  | { readonly page: 'licences' | 'account' }
  | { readonly page: 'licence' | 'support' | 'updates' | 'cancelling'; readonly licenceId: string }
  | { readonly page: 'quote' | 'invoice' | 'credit-note'; readonly number: string };

/** Where a page is, from the host on. */
export function pathOf(matter: Matter): string {
  switch (matter.page) {
    case 'licences':
    case 'account':
      return `/${matter.page}`;
    case 'licence':
      return `/licences/${encodeURIComponent(matter.licenceId)}`;
    case 'support':
    case 'updates':
      return `/licences/${encodeURIComponent(matter.licenceId)}/${matter.page}`;
    case 'cancelling':
      return `/licences/${encodeURIComponent(matter.licenceId)}/cancel`;
    case 'quote':
    case 'invoice':
    case 'credit-note':
      return `/${matter.page}s/${encodeURIComponent(matter.number)}`;
  }
}
