/** The places of the console, in the order of the navigation. */
const places = [
  ['/', 'Today'],
  ['/due', 'Due'],
  ['/forecast', 'Forecast'],
  ['/executions', 'Executions'],
  ['/customers', 'Customers'],
  ['/licences', 'Licences'],
  ['/invoices', 'Invoices'],
  ['/quotes', 'Quotes'],
  ['/payments', 'Payments'],
  ['/plans', 'Plans'],
] as const;

/** A place of the navigation. */
export type Place = (typeof places)[number][0];

export function Navigation({ current }: { readonly current: Place | undefined }) {
  return (
    <nav class="places" aria-label="Console">
      <ul>
        {places.map(([href, label]) => (
          <li>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
