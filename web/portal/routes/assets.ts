import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { vendors } from '../../../app/portal/vendors.ts';
import type { PortalEnvironment } from '../environment.ts';
import { sheetOf } from '../look/sheet.ts';
import { ownPath } from '../routed-path.ts';
import { brandingAtTheDoor } from '../parts/neutral.ts';
import { languageCookie } from './context.ts';

const year = 365 * 86_400;

/** What needs no session: the style sheets, and the choice of a language. */
export function openRoutes(): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  const sheets = new Map(
    [...vendors, brandingAtTheDoor(vendors)].map(sheetOf).map(({ path, css }) => [path, css]),
  );
  app.get('/:sheet{look-[0-9a-f]+\\.css}', (context) => {
    const css = sheets.get(context.req.path);
    if (css === undefined) return context.text('', 404);
    return context.body(css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': `public, max-age=${year}, immutable`,
    });
  });
  app.get('/language/:language{en|de}', (context) => {
    const to = context.req.query('to') ?? '/';
    setCookie(context, languageCookie, context.req.param('language'), {
      path: '/',
      maxAge: year,
      sameSite: 'Lax',
      httpOnly: true,
      secure: context.req.url.startsWith('https:'),
    });
    return context.redirect(ownPath(to), 303);
  });
  return app;
}
