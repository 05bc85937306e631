import { createHash } from 'node:crypto';
import type { Branding } from '../../../app/portal/views/branding.ts';
import { grounds } from '../../../domain/plan/branding.ts';
import { rules } from './rules.ts';

/** A style sheet and where it is served: the path changes with its content, so browsers may keep it for good. */
export interface Sheet {
  readonly path: string;
  readonly css: string;
}

type Look = Branding['branding'];

/** The sheet of the customer's page with a vendor's colours and logo. */
export function sheetOf({ branding }: Pick<Branding, 'branding'>): Sheet {
  const sheet = sheets.get(branding) ?? makeSheet(branding);
  sheets.set(branding, sheet);
  return sheet;
}

const sheets = new WeakMap<Look, Sheet>();

function makeSheet(look: Look): Sheet {
  const css = coloursOf(look) + rules + logoOf(look);
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { path: `/look-${hash}.css`, css };
}

/** Muted text has a contrast of at least 5.9:1 on either ground; what frames a field, 3:1. */
function coloursOf({ light, dark }: Look): string {
  return `:root{color-scheme:light dark;--accent:${light.accent};--on:${light.onAccent};--ground:${grounds.light};--soft:#f6f7f9;--text:#1b1d22;--muted:#585f6b;--line:#e1e4e9;--frame:#858c98;--good:#0f653a;--good-soft:#e8f5ee;--warn:#7a4700;--warn-soft:#fdf3e0;--bad:#a3221c;--bad-soft:#fcecea}
@media screen and (prefers-color-scheme:dark){:root{--accent:${dark.accent};--on:${dark.onAccent};--ground:${grounds.dark};--soft:#26292d;--text:#eceef1;--muted:#adb3bd;--line:#393d44;--frame:#7d848f;--good:#7fd6a4;--good-soft:#1d3328;--warn:#f0c27a;--warn-soft:#3a2f1c;--bad:#f5a8a2;--bad-soft:#402322}}
`;
}

/** A logo that lies elsewhere is not shown: the page asks nobody else for anything. */
function logoOf({ logo }: Look): string {
  if (logo?.from !== 'attachment') return '';
  const { width, height, png } = logo;
  return `.logo{display:block;width:${width}px;height:${height}px;background:url(data:image/png;base64,${png}) center/contain no-repeat}\n`;
}
