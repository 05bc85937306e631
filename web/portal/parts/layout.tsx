import type { Child } from 'hono/jsx';
import { html } from 'hono/html';
import { sheetOf } from '../look/sheet.ts';
import type { Frame } from './frame.ts';
import { Csrf } from './form.tsx';

/** The parts of the page that its navigation leads to. */
export type Section = 'licences' | 'documents' | 'account';

const paths: Readonly<Record<Section, string>> = {
  licences: '/licences',
  documents: '/documents',
  account: '/account',
};

interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly section?: Section | undefined;
  /** The page above this one. */
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  /** A line over the title, such as a product and its licence. */
  readonly kicker?: string | undefined;
  /** Whether the page comes back because of what was typed: the title of the window says so first. */
  readonly hasFaults?: boolean;
  readonly children?: Child;
}

/** A whole page: what it links to is one style sheet. */
export function Layout({ frame, title, section, back, kicker, hasFaults = false, children }: LayoutProps) {
  const { language, branding } = frame;
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>
          {[hasFaults ? frame.say.faults.title(title) : title, branding.name]
            .filter((part) => part !== '')
            .join(' · ')}
        </title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={sheetOf(branding).path} />
      </head>
      <body>
        <a class="skip" href="#content">
          {frame.say.frame.skip}
        </a>
        <Top frame={frame} section={section} />
        <main id="content" class="wide" tabindex={-1}>
          {back !== undefined && (
            <a class="back" href={back.to}>
              ← {back.label}
            </a>
          )}
          {kicker !== undefined && <p class="kicker">{kicker}</p>}
          <h1>{title}</h1>
          {children}
        </main>
        <Foot frame={frame} />
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
}

function Top({ frame, section }: { readonly frame: Frame; readonly section: Section | undefined }) {
  const { say, branding, session } = frame;
  const { sections, navigation, signOut } = say.frame;
  return (
    <header class="top">
      <div class="wide">
        {branding.name !== '' && (
          <a class="brand" href="/licences">
            {branding.branding.logo?.from === 'attachment' && <span class="logo"></span>}
            {branding.name}
          </a>
        )}
        {session !== undefined && (
          <>
            <nav aria-label={navigation}>
              <ul>
                {(['licences', 'documents', 'account'] as const).map((each) => (
                  <li>
                    <a href={paths[each]} {...(each === section && { 'aria-current': 'page' })}>
                      {sections[each]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <form method="post" action="/sign-out">
              <Csrf frame={frame} />
              <button class="plain" type="submit">
                {signOut}
              </button>
            </form>
          </>
        )}
      </div>
    </header>
  );
}

function Foot({ frame: { language, say, branding, localiser, path } }: { readonly frame: Frame }) {
  const other = language === 'de' ? 'en' : 'de';
  const { name, email } = branding;
  const address =
    name === '' ? '' : [name, ...branding.address, localiser.country(branding.country)].join(', ');
  return (
    <footer class="foot">
      <div class="wide">
        <p>{address}</p>
        <nav aria-label={say.frame.help}>
          <p>
            {email !== '' && (
              <>
                <a href={`mailto:${email}`}>{email}</a>
                {' · '}
              </>
            )}
            <a href={`/language/${other}?to=${encodeURIComponent(path)}`} lang={other} hreflang={other}>
              {say.frame.otherLanguage}
            </a>
          </p>
        </nav>
      </div>
    </footer>
  );
}
