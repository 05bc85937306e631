import type { CivilDate } from '../../domain/calendar.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import type { LicenceView } from '../../client/deployment/deployment.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Output } from '../shell/output.ts';
import { coverInWords } from '../../client/words/cover-in-words.ts';
import { standingInWords } from '../../client/words/standing-in-words.ts';
import { notesIn } from '../../client/explaining/notes.ts';
import { dayOf, licenceOn } from './on-day.ts';
import { printNotes } from './notes.ts';
import { printOpen } from './print-open.ts';

/** Prints where a licence stands, or stood on the day `on`. */
export async function showLicence(
  at: Invocation,
  licenceId: string,
  on: CivilDate | undefined,
  asJson: boolean,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const known = await deployment.licence(licenceId);
  const licence = await licenceOn(deployment, known, on);
  const day = dayOf(known.plan, at, on);
  const notes = notesIn(await deployment.history(licence.facts.licenceId), on);
  if (asJson) {
    const { plan, customer, parked } = known;
    at.output.json({ on: day, cover: coverOn(plan, licence, day), licence, customer, parked, notes });
    return;
  }
  printFacts(at.output, known, licence);
  printStanding(at.output, known, licence, day);
  printOpen(at.output, licence);
  printNotes(at.output, notes);
}

function printFacts(output: Output, { plan, customer }: LicenceView, { facts }: Licence): void {
  const modules = facts.modules.map(({ sku, listPrice }) => `${sku} ${formatMoney(listPrice)}`).join(', ');
  output.list([
    ['licence', facts.licenceId],
    ['product', [facts.product, facts.edition].filter((part) => part !== '').join(', ')],
    ['plan', `${plan.id}, ${plan.name}`],
    ['customer', `${customer.customerId}, ${customer.name} (${facts.customerKind}, ${facts.country})`],
    ['model', facts.model],
    ['modules', modules === '' ? undefined : modules],
    ['purchased', facts.purchasedOn],
    ['activated', facts.activatedOn],
    ['installed', facts.installedOn],
    ['registered', facts.registeredOn],
  ]);
}

function printStanding(
  output: Output,
  { plan, parked }: LicenceView,
  licence: Licence,
  day: CivilDate,
): void {
  const { credit, announcements, paidThrough, hold } = licence;
  const { leftOn } = announcements;
  output.print();
  output.list([
    ['on', day],
    ['standing', standingInWords(licence)],
    ['maintenance', coverInWords(coverOn(plan, licence, day))],
    ['paid through', paidThrough],
    ['credit', credit.amount === 0 ? undefined : formatMoney(credit)],
    ['hold', hold === undefined || hold.until < day ? undefined : `until ${hold.until}`],
    [
      'news of updates',
      plan.updates === null ? undefined : leftOn === undefined ? 'yes' : `not since ${leftOn}`,
    ],
    ['parked', parked === undefined ? undefined : `since ${parked.on}: ${parked.reason}`],
  ]);
}
