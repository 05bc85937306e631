import { formatMoney, money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Chapter, countOf, listOf, ratesInWords, type Say, type Statement } from './statement.ts';

/** How support, updates and changes of the licence work. */
export function servicesInWords(plan: Plan, say: Say): readonly Chapter[] {
  const chapters: Chapter[] = [
    { heading: 'Support', statements: supportInWords(plan, say) },
    { heading: 'Updates', statements: updatesInWords(plan, say) },
    {
      heading: 'Changes of a licence',
      statements: [
        ...catalogueInWords(plan, say),
        ...migrationInWords(plan, say),
        ...oldContractsInWords(plan, say),
      ],
    },
  ];
  return chapters.filter(({ statements }) => statements.length > 0);
}

function supportInWords({ support, benefits, currency }: Plan, say: Say): readonly Statement[] {
  if (support === null) return [];
  const { response, otherwise, emergency, hotfixes, remoteAccess } = support;
  const statements: Statement[] = [];
  if (response === null) {
    statements.push(say(['support.response'], 'No time is promised for the first response.'));
  } else {
    const { withinBusinessHours, calendar } = response;
    const hours = countOf(withinBusinessHours, 'business hour');
    const when = `${daysInWords(calendar.days)}, ${calendar.from} to ${calendar.to}, ${calendar.timeZone}`;
    statements.push(
      say(['support.response.withinBusinessHours'], `The first response comes within ${hours}.`),
      say(['support.response.calendar'], `Business hours are ${when}.`),
    );
  }
  if (otherwise !== null) {
    const name = benefits.find(({ key }) => key === otherwise)?.name.en ?? otherwise;
    statements.push(say(['support.otherwise'], `Customers without support can use: ${name}.`));
  }
  if (emergency !== null) {
    const price = formatMoney(money(emergency.price, currency));
    const hours = countOf(emergency.respondWithinHours, 'hour');
    const refund = emergency.refundable ? '' : ' and is not refundable';
    statements.push(
      say(
        ['support.emergency'],
        `Emergency support is sold separately for ${price}, answers within ${hours} at any time${refund}.`,
      ),
    );
  }
  if (hotfixes !== null) {
    statements.push(say(['support.hotfixes'], 'Hotfixes are for the latest version only.'));
  }
  if (remoteAccess !== null) {
    statements.push(
      say(
        ['support.remoteAccess'],
        'Remote access needs an agreement of its own for each ticket. The customer can revoke it; it ends with the ticket.',
      ),
    );
  }
  return statements;
}

function updatesInWords({ updates }: Plan, say: Say): readonly Statement[] {
  if (updates === null) return [];
  const products = listOf(updates.products, 'and');
  return [
    say(['updates.products'], `Updates of ${products} are announced by e-mail.`),
    say(
      ['updates.benefit'],
      'Each update has a password of its own, which entitled customers get on request.',
    ),
  ];
}

function catalogueInWords({ catalogue }: Plan, say: Say): readonly Statement[] {
  if (catalogue === null) return [];
  const editions = say(
    ['catalogue.editionChange'],
    catalogue.editionChange === 'needs-new-licence'
      ? 'Another edition or version needs a new licence, unless the plan includes the change.'
      : 'A change of edition credits the full cost of the initial installation while cover is in force.',
  );
  if (Object.keys(catalogue.modules).length === 0) return [editions];
  const modules = 'Modules can be added in the middle of a term, in proportion to its days.';
  return [editions, say(['catalogue.modules'], modules)];
}

function migrationInWords({ migration, currency }: Plan, say: Say): readonly Statement[] {
  if (migration === null) return [];
  const labour = formatMoney(money(migration.labourPerHour, currency));
  return [
    say(['migration.labourPerHour'], `The labour of a migration to a new version costs ${labour} an hour.`),
    say(['migration.note'], migration.note.en),
  ];
}

function oldContractsInWords({ oldContracts }: Plan, say: Say): readonly Statement[] {
  if (oldContracts === null) return [];
  const { replaced, honoured } = oldContracts;
  const names = listOf(replaced, 'and');
  return [
    ...(replaced.length === 0
      ? []
      : [say(['oldContracts.replaced'], `The plan replaces old contracts at once: ${names}.`)]),
    ...Object.entries(honoured).map(([name, { ratesByTerm }]) =>
      say(['oldContracts.honoured'], `Old contracts stay valid: ${name}. ${ratesInWords(ratesByTerm)}`),
    ),
  ];
}

function daysInWords(days: readonly string[]): string {
  const names = days.map((day) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`);
  const all = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const first = all.indexOf(days[0] ?? '');
  const isRow = days.length > 2 && days.every((day, index) => day === all[first + index]);
  return isRow ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : listOf(names, 'and');
}
