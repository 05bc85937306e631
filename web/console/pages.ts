import type { AddPage } from './context.ts';
import { addToday } from './pages/today.tsx';

/** Every page of the console: a page is one file, and one line here. */
// prettier-ignore
export const pages: readonly AddPage[] = [
  addToday,
];
