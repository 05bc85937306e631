import { html } from 'hono/html';
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { CodeExchange } from '../../../contracts/console/door.ts';
import { signInPaths } from '../../../contracts/console/paths.ts';
import type { ConsoleContext } from '../context.ts';
import { Head } from '../layout/head.tsx';

export const signInScriptPath = '/sign-in.js';

/** A page on the way in or out: nothing of the console is on it. */
export function showAlone(
  c: ConsoleContext,
  { title, script }: { readonly title: string; readonly script?: string },
  body: Child,
  status: 200 | 400 | 403 | 503 = 200,
) {
  return c.html(
    html`<!doctype html>${(
        <Alone title={title} script={script}>
          {body}
        </Alone>
      )}`,
    status,
  );
}

function Alone({
  title,
  script,
  children,
}: PropsWithChildren<{ readonly title: string; readonly script: string | undefined }>) {
  return (
    <html lang="en">
      <Head title={title} script={script} />
      <body class="alone">
        <main class="panel">
          <p class="brand">Perennial</p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** Gets the token by script: nothing else can give it to the gateway. */
export function ComingBack({ exchange, code }: { readonly exchange: CodeExchange; readonly code: string }) {
  const { tokenEndpoint, clientId, redirectUri, verifier } = exchange;
  return (
    <>
      <p
        id="sign-in"
        data-code={code}
        data-endpoint={tokenEndpoint}
        data-client={clientId}
        data-redirect={redirectUri}
        data-verifier={verifier}
        data-session={signInPaths.session}
      >
        <span id="says" role="status">
          One moment.
        </span>
      </p>
      <noscript>
        <p>Signing in needs JavaScript. Allow it for this address, and start again.</p>
      </noscript>
      <StartAgain asksAgain />
    </>
  );
}

export function StartAgain({
  label = 'Start again',
  asksAgain,
}: {
  readonly label?: string;
  readonly asksAgain?: boolean;
}) {
  return (
    <p class="buttons">
      <a class="button" href={asksAgain === true ? `${signInPaths.begin}?again=yes` : signInPaths.begin}>
        {label}
      </a>
    </p>
  );
}
