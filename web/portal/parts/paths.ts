import { escapedId } from '../../../domain/text/id.ts';

/** Where a licence's page and what belongs to it are. */
export function licencePath(licenceId: string, ...rest: readonly string[]): string {
  return ['/licences', licenceId, ...rest]
    .map((part, index) => (index === 0 ? part : escapedId(part)))
    .join('/');
}

export function quotePath(
  number: string,
  action?: 'review' | 'accept' | 'decline' | 'accept-change',
): string {
  const page = `/quotes/${escapedId(number)}`;
  return action === undefined ? page : `${page}/${action}`;
}

export function invoicePath(number: string): string {
  return `/invoices/${escapedId(number)}`;
}

export function creditNotePath(number: string): string {
  return `/credit-notes/${escapedId(number)}`;
}

/** A document as a file. */
export function filePath(number: string, form: 'pdf' | 'xml'): string {
  return `/documents/${escapedId(number)}/${form}`;
}
