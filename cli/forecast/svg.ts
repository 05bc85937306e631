import { formatMoney, money } from '../../domain/billing/money.ts';
import type { Series } from '../../client/forecast/series.ts';

const width = 960;
const panelHeight = 180;
const plotHeight = 100;
const left = 20;
const top = 56;

/** A forecast as an SVG picture: a panel of bars for each plan, with a scale of its own, as its currency asks for. */
export function svgOf(series: readonly Series[], from: string, to: string): string {
  const height = top + series.length * panelHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Invoices from ${from} to ${to}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left}" y="24" font-size="16">Invoices from ${from} to ${to}, gross</text>`,
    `<rect x="${left}" y="34" width="10" height="10" fill="#1f4e79"/><text x="${left + 16}" y="43">even if nobody acts</text>`,
    `<rect x="${left + 160}" y="34" width="10" height="10" fill="#9dc3e6"/><text x="${left + 176}" y="43">if everybody pays</text>`,
    ...series.flatMap((one, index) => panel(one, top + index * panelHeight)),
    '</svg>',
    '',
  ].join('\n');
}

function panel({ planId, currency, bars, most }: Series, y: number): readonly string[] {
  const step = (width - 2 * left) / Math.max(bars.length, 1);
  const base = y + 30 + plotHeight;
  return [
    `<text x="${left}" y="${y + 18}" font-size="14">${planId}: up to ${formatMoney(money(most, currency))} a month</text>`,
    ...bars.flatMap(({ month, anyway, ifPaid }, index) => {
      const x = left + index * step;
      return [
        bar(x, base, step, (plotHeight * ifPaid) / most, '#9dc3e6'),
        bar(x, base, step, (plotHeight * anyway) / most, '#1f4e79'),
        `<text x="${(x + step * 0.4).toFixed(1)}" y="${base + 16}" text-anchor="middle" font-size="${bars.length > 18 ? 8 : 11}">${month}</text>`,
      ];
    }),
    `<line x1="${left}" y1="${base}" x2="${width - left}" y2="${base}" stroke="#666666"/>`,
  ];
}

function bar(x: number, base: number, step: number, height: number, fill: string): string {
  return `<rect x="${x.toFixed(1)}" y="${(base - height).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;
}
