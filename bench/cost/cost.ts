import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise } from '../../cli/assembly/synthesise.ts';
import type { Work } from '../../cli/meter/work.ts';
import { plans } from '../../plans/index.ts';
import { fixedLines, type Line, linesOf, mailLines, storageLines, totalOf } from './bill.ts';
import { deployedBy } from './deployed.ts';
import { playDay, sampleDays } from './sample.ts';
import prices from './us-east-1.json' with { type: 'json' };
import { workOfVisit } from './visits.ts';
import { weighted } from './work.ts';

/**
 * `npm run cost -- --licences 1000000 --actions 5 [--sample 200] [--json]`: what a year costs on AWS. It plays days of a
 * generated book on the embedded cloud, counts what they do as AWS bills it, and scales the counts.
 */
const { values } = parseArgs({
  options: {
    licences: { type: 'string', default: '1000000' },
    actions: { type: 'string', default: '5' },
    sample: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const [licences, actions, sample] = [
  numberOf('licences', values.licences),
  numberOf('actions', values.actions),
  numberOf('sample', values.sample),
];

/** How the actions of a year divide, by the days that are played. An action is a mail, and what it is about. */
const shares = { invoice: 1 / 5, quote: 1 / 5, reminder: 3 / 5 } as const;
const kinds = ['invoice', 'quote', 'reminder'] as const;
/** The licence, its events, mails and numbers, with the copies in indexes: an estimate, not metered. */
const tableBytesPerLicence = 8000;
const bytesInMail = 4 / 3;
/** So many licences have mails whose links are followed. */
const mostVisitors = 25;

/** USD a year beside mail, for 1,000,000 licences with 5 actions each: estimates of the designs before docs/adr/0017. */
const others = { 'a function call for each licence': 1300, 'a Standard execution for each licence': 780 };
const actionsOfOthers = 5_000_000;

const folder = mkdtempSync(path.join(tmpdir(), 'perennial-cost-'));
const assembly = await synthesise(new AbortController().signal);
try {
  const idle = playDay(folder, sampleDays.idle, 1).work;
  const played = kinds.map((kind) => {
    note(`playing ${sample} licences: ${sampleDays[kind].name}`);
    const { work, documentBytes } = playDay(folder, sampleDays[kind], sample);
    if (work.licenceActions !== sample)
      throw new Error(`${work.licenceActions} of ${sample} licences were due: ${sampleDays[kind].name}`);
    const perLicence = weighted([
      [work, 1 / sample],
      [idle, -1 / sample],
    ]);
    return { kind, perLicence, documentBytes: documentBytes / sample };
  });
  note('playing visits to the page of the customer');
  const ofVisit = await workOfVisit(assembly.folder, folder, Math.min(sample, mostVisitors));
  const visits = licences * prices.assumed.visitsOfLicenceAndYear;
  // A day on which a licence is due may bring two mails.
  const daysAYear = ({ kind, perLicence }: Played) => (licences * actions * shares[kind]) / perLicence.mails;
  const ofActions = weighted(played.map((day) => [day.perLicence, daysAYear(day)]));
  const ofRuns = weighted([[idle, 365]]);
  const documentBytes = played.reduce((sum, day) => sum + day.documentBytes * daysAYear(day), 0);
  const groups: Readonly<Record<string, readonly Line[]>> = {
    [`runs of ${plans.length} plans, 365 days each`]: linesOf(ofRuns),
    [`${(licences * actions).toLocaleString('en')} actions`]: linesOf(ofActions),
    [`${visits.toLocaleString('en')} visits to the customer's page`]: linesOf(weighted([[ofVisit, visits]])),
    'storage, after a year': storageLines(licences * tableBytesPerLicence, documentBytes),
    'fixed, whatever is done': fixedLines(deployedBy(assembly.folder)),
    mail: mailLines(ofActions, documentBytes * bytesInMail),
  };
  const mail = totalOf(groups['mail'] ?? []);
  const total = Object.values(groups).reduce((sum, lines) => sum + totalOf(lines), 0);
  const scale = (licences * actions) / actionsOfOthers;
  const beside = Object.entries(others).map(([design, usd]) => ({ design, usdBesideMail: usd * scale }));
  if (values.json) {
    const perLicence = Object.fromEntries(played.map((day) => [day.kind, day.perLicence]));
    const result = {
      licences,
      actions,
      sample,
      prices,
      perLicence,
      groups,
      mail,
      besideMail: total - mail,
      beside,
    };
    say(JSON.stringify(result, undefined, 2));
  } else {
    print(played, groups);
    say(`\na year, beside mail ${usd(total - mail)}, mail ${usd(mail)}`);
    for (const { design, usdBesideMail } of beside) say(`  ${design}: ${usd(usdBesideMail)} beside mail`);
    say(`\n${prices.region}, prices as of ${prices.checkedOn}. ${prices.note}`);
  }
} finally {
  assembly.release();
  rmSync(folder, { recursive: true, force: true });
}

/** What a day of a kind does for each licence. */
interface Played {
  readonly kind: (typeof kinds)[number];
  readonly perLicence: Work;
}

function print(days: readonly Played[], groups: Readonly<Record<string, readonly Line[]>>): void {
  say(`of each licence on a day of its kind (${sample} licences of one plan, on one day):`);
  for (const { kind, perLicence } of days) {
    const { stepFunctions, lambda, dynamodb, mails } = perLicence;
    const figures = [
      `${mails.toFixed(0)} mails`,
      `${stepFunctions.standardTransitions.toFixed(2)} transitions`,
      `${lambda.invocations.toFixed(2)} invocations`,
      `${dynamodb.writeUnits.toFixed(1)} write units`,
      `${dynamodb.readUnits.toFixed(1)} read units`,
    ];
    say(`  ${kind.padEnd(9)} ${figures.join(', ')}`);
  }
  for (const [name, lines] of Object.entries(groups)) {
    say(`\n${name}: ${usd(totalOf(lines))}`);
    for (const { item, units, usd: cost } of lines.filter((line) => line.usd >= 0.005))
      say(
        `  ${item.padEnd(48)} ${Math.round(units).toLocaleString('en').padStart(14)} ${usd(cost).padStart(14)}`,
      );
  }
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Error(`--${name} ${text} is no whole number: give one such as --${name} 1000`);
}

function usd(amount: number): string {
  return `${amount.toFixed(2)} USD`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
