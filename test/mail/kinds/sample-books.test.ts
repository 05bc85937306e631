import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Book, readBook } from '../../../cli/book/read-book.ts';
import { addDays, civilDate, type CivilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Facts, Licence } from '../../../domain/licence/licence.ts';
import { register } from '../../../domain/licence/register.ts';
import { composeMail } from '../../../mail/compose.ts';
import { type MailKind, mailKindsOf } from '../../../mail/kinds/index.ts';
import { planById, plans } from '../../../plans/index.ts';
import { runDay } from '../../../domain/licence/run-pass.ts';
import { plain, read as parse, wordsOf } from '../../support/mail/mails.ts';
import { faultsIn } from '../../support/mail/validator.ts';

/** Customers of the sample books do things in the wrong order, and several on a day, before any mail has gone out. */
const books = [
  { name: 'five-plans', from: '2025-12-01', to: '2027-04-30', kinds: 24 },
  { name: 'forty', from: '2026-01-01', to: '2027-06-30', kinds: 11 },
];
const amounts = /\d[\d.,]*[.,]\d\d\b/g;

describe.each(books)('the book $name', ({ name, from, to, kinds: expected }) => {
  it.each(['en-GB', 'de-DE'])(
    'gives a whole and valid mail in %s for every event that calls for one',
    async (locale) => {
      const folder = path.join(import.meta.dirname, '../../../samples', name);
      const read = await readBook(folder, plans, civilDate(from));
      if (!read.ok) throw new Error('the book has mistakes');
      const { book } = read;
      const kinds = new Set<string>();
      for (const facts of book.licences) {
        const journal = journalOf(book, facts, civilDate(to));
        for (const [index, event] of journal.entries()) {
          const [kind] = mailKindsOf(event, journal.slice(index + 1));
          if (kind === undefined) continue;
          const mail = await composed(book, facts, journal, index, kind, locale);
          const text = plain(mail.text);
          kinds.add(mail.kind);
          expect(mail.kind).toBe(kind);
          expect(`${mail.subject}\n${text}`).not.toMatch(/undefined|NaN|\[object|[{}]|\d{4}-\d\d-\d\d/);
          expect(await faultsIn(mail.html), mail.mailId).toEqual([]);
          expect((await parse(mail)).text?.trimEnd()).toBe(mail.text.trimEnd());
          expect(wordsOf(mail.html).match(amounts)?.toSorted()).toEqual(text.match(amounts)?.toSorted());
        }
      }
      expect(kinds.size).toBe(expected);
    },
  );
});

function composed(
  book: Book,
  facts: Facts,
  journal: readonly Event[],
  index: number,
  kind: MailKind,
  locale: string,
) {
  const customer = book.customers.find(({ customerId }) => customerId === facts.customerId);
  const plan = planById(facts.planId);
  const today = journal[index]?.date;
  if (customer === undefined || plan === undefined || today === undefined) throw new Error(facts.licenceId);
  return composeMail({
    mailId: `${facts.licenceId}-${index}`,
    kind,
    plan,
    customer: { ...customer, locale },
    partner: book.customers.find(({ customerId }) => customerId === customer.partnerId),
    journal: journal.filter(({ date }) => date <= today),
    version: index + 1,
    updatePassword: '7K3QX-0M9TA-ZZ4RD',
    today,
  });
}

function journalOf({ activities, updates }: Book, facts: Facts, to: CivilDate): readonly Event[] {
  const plan = planById(facts.planId);
  if (plan === undefined) throw new Error(facts.planId);
  const journal = [...register(plan, facts)];
  const take = (events: readonly Event[], before: Licence) => {
    journal.push(...events);
    return events.reduce(evolve, before);
  };
  let licence = journal.reduce<Licence | undefined>(evolve, undefined);
  for (let day = facts.registeredOn; licence !== undefined && day <= to; day = addDays(day, 1)) {
    for (const { date, licenceId, command } of activities) {
      if (date !== day || licenceId !== facts.licenceId || command.activity === 'transfer') continue;
      licence = take(decide(plan, licence, { ...command, on: day }, day).events, licence);
    }
    for (const { date, planId, product, version } of updates) {
      if (date !== day || planId !== plan.id || product !== facts.product) continue;
      const told = { on: day, activity: 'announce-update', product, version } as const;
      licence = take(decide(plan, licence, told, day).events, licence);
    }
    licence = take(runDay(plan, licence, day), licence);
  }
  return journal;
}
