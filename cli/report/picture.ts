import { decimalOf, formatMoney } from '../../domain/billing/money.ts';
import { isMoney, type ReportRow } from './rows.ts';

/** Lengths in pixels. */
const margin = 24;
const top = 64;
const rowHeight = 26;
const barHeight = 14;
const longestBar = 420;
const figureWidth = 120;
const letterWidth = 8;

/** One bar: what it stands for, how long it is, and its figure in words. */
interface Bar {
  readonly planId: ReportRow[string];
  readonly label: string;
  readonly isPercentage: boolean;
  readonly size: number;
  readonly figure: string;
}

/** A report as an SVG picture: a bar for each row, as long as its figure; bars of one plan have one scale. */
export function pictureOf(title: string, rows: readonly ReportRow[], figure: string): string {
  const bars = rows.map((row) => barOf(row, figure));
  const labelWidth = Math.max(...bars.map(({ label }) => label.length * letterWidth), 0);
  const start = margin + labelWidth + margin / 2;
  const width = Math.max(start + longestBar + figureWidth, title.length * 10) + margin;
  const height = top + bars.length * rowHeight + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1b2733" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${margin}" y="36" font-size="17" font-weight="600">${escaped(title)}</text>`,
    ...bars.flatMap((bar, index) => drawn(bar, start, top + index * rowHeight, longestIn(bars, bar))),
    '</svg>',
    '',
  ].join('\n');
}

/** The figure for which a bar is as long as it can be: 100 of percentages, otherwise the highest of its plan. */
function longestIn(bars: readonly Bar[], { planId, isPercentage }: Bar): number {
  if (isPercentage) return 100;
  return Math.max(1, ...bars.filter((bar) => bar.planId === planId).map(({ size }) => size));
}

function drawn({ label, size, figure }: Bar, start: number, y: number, longest: number): readonly string[] {
  const length = (longestBar * Math.max(0, size)) / longest;
  const baseline = y + barHeight - 2;
  return [
    `<text x="${margin}" y="${baseline}">${escaped(label)}</text>`,
    `<rect x="${start}" y="${y}" width="${longestBar}" height="${barHeight}" rx="3" fill="#eef2f6"/>`,
    `<rect x="${start}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" rx="3" fill="#2563a8"/>`,
    `<text x="${start + longestBar + margin / 2}" y="${baseline}">${escaped(figure)}</text>`,
  ];
}

function barOf(row: ReportRow, figure: string): Bar {
  const { planId, month, accountManager } = row;
  const label = [planId, month, accountManager]
    .flatMap((part) => (typeof part === 'string' && part !== '' ? [part] : []))
    .join(' ');
  const value = row[figure];
  if (isMoney(value))
    return { planId, label, isPercentage: false, size: Number(decimalOf(value)), figure: formatMoney(value) };
  const size = typeof value === 'number' ? value : 0;
  return { planId, label, isPercentage: true, size, figure: value === undefined ? 'none' : `${size} %` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
