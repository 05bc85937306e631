import { grounds } from '../../domain/plan/branding.ts';
import type { Plan } from '../../domain/plan/plan.ts';

type Branding = Plan['vendor']['branding'];

/** What is muted, and the lines, on either ground; muted text has a contrast of 7:1. */
const light = { page: '#f1f2f4', text: '#1a1a1a', muted: '#595959', line: '#c9ccd1' };
const dark = { page: '#121316', text: '#e9eaec', muted: '#aeb3ba', line: '#484d55' };

const font = 'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';
const small = `font-size:14px;color:${light.muted}`;

/** Styles by what they are for, as they stand in elements: some readers drop the sheet of a page's head. */
export function stylesOf({ light: { accent, onAccent } }: Branding) {
  const rule = `border-bottom:1px solid ${light.line}`;
  return {
    page: `margin:0;padding:0;background-color:${light.page}`,
    preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
    sheet: `max-width:600px;margin:0 auto;background-color:${grounds.light};color:${light.text};${font};overflow-wrap:anywhere;border-top:4px solid ${accent}`,
    head: 'padding:20px 24px 0;font-weight:bold',
    logo: 'vertical-align:middle;border:0;margin-right:12px',
    main: 'padding:20px 24px 8px',
    paragraph: 'margin:0 0 16px',
    call: `margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid ${accent};font-weight:bold`,
    around: 'border-collapse:separate;border-spacing:0',
    button: `background-color:${accent};border-radius:6px;mso-padding-alt:12px 20px`,
    press: `display:block;padding:12px 20px;color:${onAccent};font-weight:bold;text-decoration:none`,
    hint: `margin:8px 0 20px;${small}`,
    table: `width:100%;margin:0 0 20px;border-collapse:collapse;${font}`,
    caption: 'padding:0 0 4px;text-align:left;font-weight:bold',
    column: `padding:4px 0 4px 12px;${rule};text-align:right;vertical-align:bottom;${small}`,
    row: `padding:8px 0;${rule};text-align:left;font-weight:normal;vertical-align:top`,
    sum: `padding:8px 0;${rule};text-align:left;font-weight:inherit;vertical-align:top`,
    lastSum: 'font-weight:bold',
    amount: `padding:8px 0 8px 12px;${rule};text-align:right;vertical-align:top;white-space:nowrap`,
    label: `width:44%;padding:4px 8px 4px 0;text-align:left;vertical-align:baseline;font-weight:normal;${small}`,
    value: 'padding:4px 0;text-align:left;vertical-align:baseline',
    small,
    link: `color:${accent}`,
  };
}

/** The sheet of a page's head: what changes in a dark theme, and on a narrow screen. */
export function sheetOf({ dark: { accent, onAccent } }: Branding): string {
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){
.head,.main{padding-left:16px!important;padding-right:16px!important}
.stack thead{display:none!important}
.stack tr,.stack th{display:block!important}
.stack th{border:0!important;padding-bottom:4px!important;font-weight:bold!important}
.stack span{font-weight:normal!important}
.stack td{display:block!important;padding:0 0 2px!important;border:0!important}
.stack td::before{content:attr(data-label);float:left;font-size:14px}
.stack tr{padding-bottom:8px;border-bottom:1px solid ${light.line}}
}
@media (prefers-color-scheme:dark){
.page{background-color:${dark.page}!important}
.sheet{background-color:${grounds.dark}!important;color:${dark.text}!important;border-color:${accent}!important}
.sheet table{color:${dark.text}!important}
.muted{color:${dark.muted}!important}
.line,.stack tr{border-color:${dark.line}!important}
.call{border-color:${accent}!important}
.link{color:${accent}!important}
.button{background-color:${accent}!important}
.press{color:${onAccent}!important}
}`;
}
