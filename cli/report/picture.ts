import { decimalOf, formatMoney } from '../../domain/billing/money.ts';
import { isMoney, type ReportRow } from './rows.ts';

const width = 1100;
const left = 20;
const labelled = 440;
const rowHeight = 24;
const top = 48;

/** One bar: what it stands for, how long it is, and its figure in words. */
interface Bar {
  readonly label: string;
  readonly size: number;
  readonly figure: string;
}

/** A report as an SVG picture: a bar for each row, as long as its figure; bars of one plan have one scale. */
export function pictureOf(title: string, rows: readonly ReportRow[], figure: string): string {
  const bars = rows.map((row) => barOf(row, figure));
  const plans = rows.map(({ planId }) => planId);
  const most = (index: number) =>
    Math.max(1, ...bars.filter((_, other) => plans[other] === plans[index]).map(({ size }) => size));
  const height = top + bars.length * rowHeight + left;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left}" y="28" font-size="16">${escaped(title)}</text>`,
    ...bars.flatMap(({ label, size, figure: text }, index) => {
      const y = top + index * rowHeight;
      const length = ((width - labelled - 160) * Math.max(0, size)) / most(index);
      return [
        `<text x="${left}" y="${y + 13}">${escaped(label)}</text>`,
        `<rect x="${labelled}" y="${y}" width="${length.toFixed(1)}" height="18" fill="#1f4e79"/>`,
        `<text x="${(labelled + length + 8).toFixed(1)}" y="${y + 13}">${escaped(text)}</text>`,
      ];
    }),
    '</svg>',
    '',
  ].join('\n');
}

function barOf(row: ReportRow, figure: string): Bar {
  const { planId, month, accountManager } = row;
  const label = [planId, month, accountManager]
    .flatMap((part) => (typeof part === 'string' && part !== '' ? [part] : []))
    .join(' ');
  const value = row[figure];
  if (isMoney(value)) return { label, size: Number(decimalOf(value)), figure: formatMoney(value) };
  const size = typeof value === 'number' ? value : 0;
  return { label, size, figure: value === undefined ? 'none' : `${size} %` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
