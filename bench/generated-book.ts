import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, civilDate } from '../domain/calendar.ts';

const customers = 'customerId,name,kind,email,billingEmail,country,locale,partnerId';
const licences =
  'licenceId,planId,customerId,product,edition,model,modules,purchasedOn,activatedOn,installedOn,initialYears,onSiteTraining,coverStarts,coverEnds,termNumber,registeredOn';
const kinds = [
  { planId: 'smart-net-user-group', product: 'Smart-Net', modules: '' },
  { planId: 'netjapan-maintenance', product: 'ActiveImage Protector', modules: 'AIP=899.00' },
  { planId: 'vtube-laser-smp', product: 'VTube-LASER', modules: '' },
  { planId: 'smartertools-maintenance', product: 'SmarterMail', modules: 'SM=1399.00' },
  { planId: 'video-sma', product: 'ProBox', modules: 'PROBOX=2400.00' },
];

/** Writes a book of `count` licences over all plans; half of their customers ask, accept and pay, the others do nothing. */
export function writeBook(folder: string, count: number): void {
  const rows = { customers: [customers], licences: [licences], activity: ['date,licenceId,activity,detail'] };
  for (let index = 0; index < count; index += 1) {
    const { planId, product, modules } = kinds[index % kinds.length] ?? {
      planId: '',
      product: '',
      modules: '',
    };
    const id = String(index).padStart(4, '0');
    const ends = addDays(civilDate('2026-01-10'), (index * 37) % 365);
    const coverEnds = planId === 'smart-net-user-group' ? '2026-12-31' : ends;
    rows.customers.push(`C-${id},Customer ${id},end-user,it@c${id}.example,ap@c${id}.example,DE,de-DE,`);
    rows.licences.push(`L-${id},${planId},C-${id},${product},,,${modules},2024-01-15,,,,,,${coverEnds},,`);
    if (index % 2 === 1) continue;
    for (const [days, activity] of [
      [-20, 'request-quote'],
      [-15, 'accept-quote'],
      [-5, 'payment'],
      [60, 'payment'],
    ] as const) {
      const date = addDays(civilDate(coverEnds), days);
      if (date > '2026-01-01') rows.activity.push(`${date},L-${id},${activity},`);
    }
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, lines] of Object.entries(rows)) {
    writeFileSync(path.join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  }
}
