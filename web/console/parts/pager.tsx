import type { ConsoleContext } from '../context.ts';

/** So many pages back the address remembers; from there on there is the first page. */
const mostBefore = 20;

/** The address of this page with some parts of its query changed or left out. */
export function withQuery(c: ConsoleContext, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(c.req.query());
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const { pathname } = new URL(c.req.url);
  const text = query.toString();
  return text === '' ? pathname : `${pathname}?${text}`;
}

/** The ways to the other pages of a list. An index is read forwards only, so the address has where the earlier pages begin. */
export function Pager({ c, next }: { readonly c: ConsoleContext; readonly next: string | undefined }) {
  const from = c.req.query('from');
  if (from === undefined && next === undefined) return null;
  const before = placesIn(c.req.query('before'));
  const previous = before.at(-1);
  return (
    <nav class="pager" aria-label="Pages">
      {from === undefined ? null : (
        <a class="button" href={withQuery(c, { from: undefined, before: undefined })}>
          First page
        </a>
      )}
      {previous === undefined ? null : (
        <a
          class="button"
          rel="prev"
          href={withQuery(c, {
            from: previous === '' ? undefined : previous,
            before: textOf(before.slice(0, -1)),
          })}
        >
          Previous page
        </a>
      )}
      {next === undefined ? (
        'This is the last page.'
      ) : (
        <a
          class="button"
          rel="next"
          href={withQuery(c, { from: next, before: textOf([...before, from ?? ''].slice(-mostBefore)) })}
        >
          Next page
        </a>
      )}
    </nav>
  );
}

/** Where the earlier pages begin, oldest first; the first page begins at the empty text. */
function placesIn(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split('.').map((each) => Buffer.from(each, 'base64url').toString());
}

function textOf(places: readonly string[]): string | undefined {
  if (places.length === 0) return undefined;
  return places.map((place) => Buffer.from(place).toString('base64url')).join('.');
}
