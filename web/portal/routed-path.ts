import { encodedPath } from '../shared/encoded-path.ts';

/** The sections of the page whose paths name a licence or a document. */
const sections: ReadonlySet<string> = new Set([
  'licences',
  'together',
  'quotes',
  'invoices',
  'credit-notes',
  'documents',
]);

/** The path by which a request finds its route: an id in it, written as `pathOf` does, is percent-encoded again. */
export function routedPath(request: Request): string {
  const { pathname } = new URL(request.url);
  const section = pathname.split('/')[1] ?? '';
  return sections.has(section) ? encodedPath(pathname) : pathname;
}

/** The path of this site that a text names; `/` where it names another site, or none. */
export function ownPath(text: string): string {
  const here = 'https://here.invalid';
  const url = URL.canParse(text, here) ? new URL(text, here) : undefined;
  if (url?.origin !== here || !text.startsWith('/')) return '/';
  // A path such as /.//host has become one that names another site.
  return url.pathname.startsWith('//') ? '/' : `${url.pathname}${url.search}`;
}
