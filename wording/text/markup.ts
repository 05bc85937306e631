import { oneLine } from './line.ts';

/** One line, with everything that HTML and XML read as markup written as text. */
export function escapeMarkup(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
