import { formatMoney } from '../../domain/billing/money.ts';
import type { Line } from '../../domain/billing/price.ts';
import { countOf } from '../../client/words/count-of.ts';

/** A line of a quote or an invoice: what its net amount was calculated from. */
export function lineInWords(line: Line): string {
  switch (line.basis) {
    case 'flat':
      return `${line.product}: ${formatMoney(line.perYear)} a year${lengthOf(line)}`;
    case 'by-days':
      return `${line.product}: ${formatMoney(line.perYear)} a year, ${line.days} of ${line.ofDays} days`;
    case 'share-of-list': {
      const less = line.discount === 0 ? '' : `, less ${line.discount} %`;
      return `${line.rate} % of ${formatMoney(line.list)} a year${lengthOf(line)}${less}`;
    }
    case 'share-by-days':
      return `${line.rate} % of ${formatMoney(line.list)} a year, ${line.days} of ${line.ofDays} days`;
    case 'list':
      return line.item;
    case 'credit':
      return 'credit for the initial installation';
    case 'labour':
      return `labour: ${countOf(line.hours, 'hour')} at ${formatMoney(line.perHour)}`;
    case 'support':
      return `emergency support for ticket ${line.ticketId}`;
    case 'hardware':
      return 'hardware';
    case 'uplift':
      return `uplift of ${line.percent} % a year over ${countOf(line.years, 'year')}`;
    case 'reinstatement-fee':
      return `fee for reinstatement after ${countOf(line.days, 'day')}`;
    case 'discount':
      return `discount of ${line.percent} %`;
  }
}

type Length = Pick<Extract<Line, { basis: 'flat' }>, 'years' | 'months' | 'part'>;

function lengthOf({ years, months, part }: Length): string {
  const whole = months === undefined ? countOf(years ?? 1, 'year') : countOf(months, 'month');
  return part === undefined ? `, ${whole}` : `, part of ${whole}`;
}
