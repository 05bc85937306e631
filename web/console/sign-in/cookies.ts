import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { ConsoleContext } from '../context.ts';

/** A cookie of the deployed console. */
interface Cookie {
  readonly of: (c: ConsoleContext) => string;
  readonly set: (c: ConsoleContext, value: string) => void;
  readonly end: (c: ConsoleContext) => void;
}

/**
 * What the browser keeps: a sign-in under way, and a session. With the beginning `__Host-` it takes them from this host alone,
 * over TLS; on the loopback address there is none.
 * @param address of the console
 */
export function signInCookie(address: string): { readonly signIn: Cookie; readonly session: Cookie } {
  const secure = address.startsWith('https://');
  // `Lax`: the sign-in service sends the browser back from another site, and so do links in chats and mails.
  const options: CookieOptions = { path: '/', httpOnly: true, secure, sameSite: 'Lax' };
  const cookie = (plain: string): Cookie => {
    const name = secure ? `__Host-${plain}` : plain;
    return {
      of: (c) => getCookie(c, name) ?? '',
      set: (c, value) => {
        setCookie(c, name, value, options);
      },
      end: (c) => {
        deleteCookie(c, name, options);
      },
    };
  };
  return { signIn: cookie('console-sign-in'), session: cookie('console-session') };
}
