import { type ConsoleDoor, SignInUnavailable } from '../../../contracts/console/door.ts';
import { signInPaths } from '../../../contracts/console/paths.ts';
import { contentPolicy } from '../access/security-headers.ts';
import type { ConsoleApp, ConsoleContext } from '../context.ts';
import { signInCookie } from './cookies.ts';
import { ComingBack, showAlone, signInScriptPath, StartAgain } from './pages.tsx';
import { signInScript } from './script.ts';

/** No code and no message of a sign-in service is longer. */
const mostCharacters = 4000;

/** The way into the deployed console, and out again. All of it comes before anybody is known. */
export function addSignIn(app: ConsoleApp, door: ConsoleDoor): void {
  const { signIn, session } = signInCookie(door.address);
  const nowOf = (c: ConsoleContext) => Date.parse(c.var.now);

  app.get(signInScriptPath, (c) =>
    c.body(signInScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );

  app.get(signInPaths.begin, async (c) => {
    try {
      const asksAgain = c.req.query('again') === 'yes';
      const { to, kept } = await door.begin(c.req.query('to') ?? '/', asksAgain, nowOf(c));
      signIn.set(c, kept);
      return c.redirect(to, 303);
    } catch (error) {
      if (error instanceof SignInUnavailable) return unavailable(c, error);
      throw error;
    }
  });

  app.get(signInPaths.back, async (c) => {
    const { code = '', state = '', error, error_description: description = error } = c.req.query();
    if (description !== undefined)
      return showAlone(
        c,
        { title: 'You are not signed in' },
        <>
          <p>The sign-in service says: {description.slice(0, mostCharacters)}</p>
          <StartAgain />
        </>,
        403,
      );
    const exchange = await door.exchange(signIn.of(c), state, nowOf(c));
    if (exchange === undefined || code === '' || code.length > mostCharacters) return stale(c);
    c.header('content-security-policy', contentPolicy([new URL(exchange.tokenEndpoint).origin]));
    return showAlone(
      c,
      { title: 'Signing in', script: signInScriptPath },
      <ComingBack exchange={exchange} code={code} />,
    );
  });

  app.post(signInPaths.session, async (c) => {
    const { verified } = c.env;
    if (verified === undefined) return c.json({ why: 'There is no token. Start again.' }, 401);
    const admission = await door.admit(signIn.of(c), verified, nowOf(c));
    signIn.end(c);
    switch (admission.is) {
      case 'in':
        session.set(c, admission.session);
        return c.json({ to: admission.to });
      case 'stale':
        return c.json({ why: 'This sign-in took too long, or began in another browser. Start again.' }, 403);
      case 'refused':
        return c.json({ why: admission.why }, 403);
    }
  });

  app.get(signInPaths.leave, (c) =>
    showAlone(
      c,
      { title: 'You have signed out' },
      <>
        <p>
          You have left the console on this browser. At your company’s sign-in service you may still be signed
          in.
        </p>
        <StartAgain label="Sign in" asksAgain />
      </>,
    ),
  );
}

function stale(c: ConsoleContext) {
  return showAlone(
    c,
    { title: 'You are not signed in' },
    <>
      <p>This sign-in took too long, was used before, or began in another browser.</p>
      <StartAgain />
    </>,
    400,
  );
}

function unavailable(c: ConsoleContext, { message }: SignInUnavailable) {
  return showAlone(
    c,
    { title: 'The sign-in service does not answer' },
    <>
      <p>{message}. Try again in a minute; if it stays so, tell the administrator of the console.</p>
      <StartAgain label="Try again" />
    </>,
    503,
  );
}
