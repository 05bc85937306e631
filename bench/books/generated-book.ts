import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addDays, civilDate } from '../../domain/calendar.ts';

const kinds = [
  { planId: 'smart-net-user-group', product: 'Smart-Net', modules: '' },
  { planId: 'netjapan-maintenance', product: 'ActiveImage Protector', modules: 'AIP=899.00' },
  { planId: 'vtube-laser-smp', product: 'VTube-LASER', modules: '' },
  { planId: 'smartertools-maintenance', product: 'SmarterMail', modules: 'SM=1399.00' },
  { planId: 'video-sma', product: 'ProBox', modules: 'PROBOX=2400.00' },
];

const files = {
  'customers.csv': {
    header: 'customerId,name,kind,email,billingEmail,country,locale,partnerId',
    rowsOf: customerRows,
  },
  'licences.csv': {
    header:
      'licenceId,planId,customerId,product,edition,model,modules,purchasedOn,activatedOn,installedOn,initialYears,onSiteTraining,coverStarts,coverEnds,termNumber,registeredOn',
    rowsOf: licenceRows,
  },
  'activity.csv': { header: 'date,licenceId,activity,detail', rowsOf: activityRows },
};

/**
 * Writes a book of `count` licences over all plans, each of a customer of its own; half of the customers ask, accept
 * and pay, the others do nothing.
 */
export async function writeBook(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, { header, rowsOf }] of Object.entries(files)) {
    const lines = function* () {
      yield `${header}\n`;
      for (let index = 0; index < count; index += 1) for (const row of rowsOf(index)) yield `${row}\n`;
    };
    await pipeline(Readable.from(lines()), createWriteStream(path.join(folder, name)));
  }
}

function customerRows(index: number): readonly string[] {
  const id = idOf(index);
  return [`C-${id},Customer ${id},end-user,it@c${id}.example,ap@c${id}.example,DE,de-DE,`];
}

function licenceRows(index: number): readonly string[] {
  const id = idOf(index);
  const { planId, product, modules } = kindOf(index);
  return [`L-${id},${planId},C-${id},${product},,,${modules},2024-01-15,,,,,,${coverEnds(index)},,`];
}

function activityRows(index: number): readonly string[] {
  if (index % 2 === 1) return [];
  const ends = coverEnds(index);
  const commands = [
    [-20, 'request-quote'],
    [-15, 'accept-quote'],
    [-5, 'payment'],
    [60, 'payment'],
  ] as const;
  return commands
    .map(([days, activity]) => ({ date: addDays(ends, days), activity }))
    .filter(({ date }) => date > '2026-01-01')
    .map(({ date, activity }) => `${date},L-${idOf(index)},${activity},`);
}

function coverEnds(index: number) {
  const { planId } = kindOf(index);
  if (planId === 'smart-net-user-group') return civilDate('2026-12-31');
  return addDays(civilDate('2026-01-10'), (index * 37) % 365);
}

function kindOf(index: number) {
  return kinds[index % kinds.length] ?? { planId: '', product: '', modules: '' };
}

function idOf(index: number): string {
  return String(index).padStart(4, '0');
}
