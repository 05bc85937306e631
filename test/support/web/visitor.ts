import type { ConsoleSettings } from '../../../client/console/console-settings.ts';
import { localConsole } from '../../../web/console/app.tsx';

export const host = '127.0.0.1:4577';
const token = 'the-printed-token';

/** A console without a server, and a browser that keeps its cookies and sends what a browser sends. */
export function consoleOf(settings: ConsoleSettings) {
  const answer = localConsole({ ...settings, token, host });
  const cookies = new Map<string, string>();

  /** Sends one request, as it is, with the cookies. */
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', host);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await answer(new Request(`http://${host}${path}`, { ...init, headers }));
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };

  return {
    send,
    /** Opens the printed address. */
    signIn: () => send(`/?token=${token}`),
    /** A page as HTML. */
    get: async (path: string): Promise<{ readonly status: number; readonly html: string }> => {
      const response = await send(path);
      return { status: response.status, html: await response.text() };
    },
    /** Sends the form of a page with the hidden fields that it has, and follows the redirect. */
    post: async (page: string, action: string, fields: Readonly<Record<string, string>>) => {
      const { html } = { html: await (await send(page)).text() };
      const form = html.slice(html.indexOf(`action="${action}"`));
      const hidden = [
        ...form.slice(0, form.indexOf('</form>')).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g),
      ];
      const body = new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
        ...fields,
      });
      const response = await send(action, { method: 'POST', body, headers: { origin: `http://${host}` } });
      const to = response.headers.get('location');
      const shown = to === null ? response : await send(to);
      return { status: response.status, to, html: await shown.text() };
    },
  };
}
