import type { ConsoleApp } from '../context.ts';
import { chart } from './chart.ts';
import { controls } from './controls.ts';
import { customer } from './customer.ts';
import { frame } from './frame.ts';
import { licence } from './licence.ts';
import { picture } from './picture.ts';
import { script } from './script.ts';
import { tables } from './tables.ts';
import { signInLook } from './sign-in.ts';
import { today } from './today.ts';

export const sheetPath = '/console.css';
export const scriptPath = '/console.js';

/** Other parts of the style sheet, such as that of a page, are appended here. */
// prettier-ignore
const sheet = [
  frame,
  controls,
  tables,
  today,
  customer,
  chart,
  licence,
  picture,
  signInLook,
].join('\n');

/** The style sheet and the script, which the policy against injection allows from nowhere else. */
export function addAssets(app: ConsoleApp): void {
  app.get(sheetPath, (c) => c.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get(scriptPath, (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
}
