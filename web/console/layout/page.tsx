import { html } from 'hono/html';
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { ConsoleContext } from '../context.ts';
import { scriptPath } from '../look/assets.ts';
import { Head } from './head.tsx';
import { ClockCorner } from './clock-corner.tsx';
import { type Place, Navigation } from './navigation.tsx';
import { MayAct, mayAct } from '../parts/for-operators.tsx';
import { takeNotice } from './notices.ts';
import { VisitorCorner } from './visitor-corner.tsx';

interface PageProps {
  /** Heading of the page, and its name in the browser's tab. */
  readonly title: string;
  /** The place of the navigation that the page belongs to. */
  readonly at?: Place | undefined;
  /** What stands beside the heading: links and buttons. */
  readonly actions?: Child;
  /** What the search box has. */
  readonly searched?: string | undefined;
}

/** Answers with a page: navigation, search, clock, what the last action did, and `body`. */
export function showPage(
  c: ConsoleContext,
  page: PageProps,
  body: Child,
  status: 200 | 400 | 403 | 404 | 500 = 200,
) {
  const notice = takeNotice(c);
  const { now, place, visitor } = c.var;
  return c.html(
    html`<!doctype html>${(
        <MayAct.Provider value={mayAct(c)}>
          <Frame
            {...page}
            now={now}
            place={place}
            notice={notice}
            licence={licenceIn(c.req.path)}
            corner={visitor === undefined ? null : <VisitorCorner visitor={visitor} csrf={c.var.csrf} />}
          >
            {body}
          </Frame>
        </MayAct.Provider>
      )}`,
    status,
  );
}

interface FrameProps extends PageProps {
  readonly now: string;
  readonly place: string;
  readonly notice: string | undefined;
  readonly licence: string | undefined;
  /** Who it is, at the deployed console. */
  readonly corner: Child;
}

/** The licence that a page is about, as its path has it. */
function licenceIn(path: string): string | undefined {
  return /^\/licences\/([^/]+)/.exec(path)?.[1];
}

function Frame({
  title,
  at,
  actions,
  searched,
  now,
  place,
  notice,
  licence,
  corner,
  children,
}: PropsWithChildren<FrameProps>) {
  return (
    <html lang="en">
      <Head title={title} script={scriptPath} />
      <body>
        <a class="skip" href="#content">
          Skip to content
        </a>
        <header class="bar">
          <a class="brand" href="/">
            Perennial
          </a>
          <form class="search" action="/search" role="search">
            <input
              type="search"
              name="q"
              value={searched ?? ''}
              aria-label="Search"
              placeholder="Search customers, licences, invoices, orders, payments"
              autocomplete="off"
              aria-keyshortcuts="/"
            />
          </form>
          <ClockCorner now={now} place={place} licence={licence} />
          {corner}
        </header>
        <Navigation current={at} />
        <main id="content" tabindex={-1}>
          <div class="title">
            <h1>{title}</h1>
            {actions === undefined ? null : <div class="title-actions">{actions}</div>}
          </div>
          {notice === undefined ? null : (
            <p class="notice done" role="status">
              {notice}
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}
