import { explain } from '../../cli/explain/explain.ts';
import { forecast } from '../../cli/forecast/forecast.ts';
import { journalLine, journalOf } from '../../cli/simulate/journal.ts';
import { listLicences } from '../../cli/licence/list.ts';
import { showLicence } from '../../cli/licence/show.ts';
import { listMails } from '../../cli/mails/list.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { plans } from '../../plans/index.ts';
import { historiesOf } from '../weather/checks/history.ts';
import type { Deployment } from '../weather/world/deployment.ts';
import { readDesk } from './desk.ts';
import { read } from './reading.ts';

/** Has every reader read everything. Throws what a reader throws, with the licence. */
export async function readEverything(deployment: Deployment, today: CivilDate): Promise<readonly Event[]> {
  const histories = historiesOf(deployment);
  for (const [index, { licenceId }] of histories.entries()) {
    await read(deployment, `show ${licenceId}`, (at) =>
      showLicence(at, licenceId, undefined, index % 2 === 0),
    );
    await read(deployment, `explain ${licenceId}`, (at) =>
      explain(at, licenceId, undefined, index % 2 === 1),
    );
    await read(deployment, `mails of ${licenceId}`, (at) => listMails(at, licenceId, index % 2 === 0));
    await read(deployment, `entitlements of ${licenceId}`, () =>
      deployment.call('entitlements', { licenceId }, 10_000),
    );
  }
  for (const plan of plans)
    await read(deployment, `list ${plan.id}`, (at) => listLicences(at, { plan: plan.id }));
  await read(deployment, 'forecast', (at) => forecast(at, { from: today, to: addDays(today, 400) }));
  await readDesk(deployment, histories, today);
  const journal = journalOf(histories.map(({ events }) => events.map(({ event }) => event)));
  for (const event of journal) JSON.stringify(journalLine(event));
  return journal;
}

/** What is wrong with a world after its runs: what is parked, left due, undelivered or unsent. */
export function leftIn(deployment: Deployment, today: CivilDate): readonly string[] {
  const table = deployment.table(outputs.licencesTable);
  const parked = [...table.itemsIn('plan')].filter((item) => item['parked'] !== undefined);
  const due = [...table.itemsIn('due')].filter((item) => String(item['dueOn']) <= today);
  const mails = [...table.all()].filter(({ record, status }) => {
    return String(record).startsWith('MAIL#') && !settled.has(String(status));
  });
  return [
    ...parked.map(({ licenceId, parked: why }) => `${String(licenceId)} is parked: ${JSON.stringify(why)}`),
    ...due.map(({ licenceId, dueOn }) => `${String(licenceId)} was due on ${String(dueOn)}`),
    ...mails.map((mail) => `mail ${String(mail['mailId'])} is ${JSON.stringify(mail)}`),
    ...deployment.deadLetters.map(
      ({ handler, event, why }) => `${handler}: ${why}: ${JSON.stringify(event)}`,
    ),
  ];
}

const settled = new Set(['sent', 'delivered', 'skipped']);
