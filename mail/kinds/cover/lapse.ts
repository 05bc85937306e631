import { add } from '../../../domain/billing/money.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { Event, EventOf } from '../../../domain/licence/events.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { replay } from '../../../domain/receivables/history.ts';
import { isDunned, owedOf, payByOf } from '../../../domain/receivables/owed.ts';
import { comeBackOf } from '../../../wording/facts/cover.ts';
import { action } from '../../letter/actions.ts';
import { facts, text } from '../../letter/letter.ts';
import type { MailLocaliser } from '../../letter/localiser.ts';
import { licencesIn } from '../../letter/shared/lines.ts';
import { defineKind } from '../kind.ts';

/** Maintenance has lapsed: why, and how to reinstate it. */
export const lapse = defineKind({
  name: 'lapse',
  calledBy: (event) =>
    event.type === 'MaintenanceLapsed' && event.beforeRegistration !== true ? event : undefined,
  to: 'technical',
  copyToPartner: false,
  copyToManager: true,
  ifUnknown: 'send-again',
  write: ({ localiser, about, plan, history }, event) => {
    const words = localiser.words.lapse;
    const { standing } = history.then;
    if (standing.status !== 'lapsed') throw new Error(`licence ${event.licenceId} has not lapsed`);
    const before = beforeLapse(history.journal, event);
    const voided = before.invoices;
    const { credit } = history.now;
    const named = { ...about, lapsedOn: localiser.date(event.date) };
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        ...reasons(localiser, event, standing.lastTerm.ends, before).map(text),
        text(words.keepsWorking),
        ...(voided.length === 0
          ? []
          : [
              facts(
                words.voided,
                ...voided.map((invoice) => [invoice.invoiceId, localiser.money(owedOf(invoice))] as const),
              ),
            ]),
        ...(credit.amount > 0 ? [text(words.credit(localiser.money(credit)))] : []),
        text(words.askForQuote),
        text(localiser.words.comeBack[comeBackOf(plan)]),
        action(localiser, about, 'askForQuote', about.licenceId),
      ],
    };
  },
  writeShared: (lines) => {
    const [{ material, event }] = lines;
    const { localiser, plan } = material;
    const words = localiser.words.shared.lapse;
    const named = { licences: licencesIn(lines), lapsedOn: localiser.date(event.date) };
    const credit = lines.map((line) => line.material.history.now.credit).reduce(add);
    const why = lines.map((line) => {
      const { about, history } = line.material;
      const { standing } = history.then;
      if (standing.status !== 'lapsed') throw new Error(`licence ${about.licenceId} has not lapsed`);
      const before = beforeLapse(history.journal, line.event);
      const because = reasons(localiser, line.event, standing.lastTerm.ends, before).join(' ');
      return [`${about.licenceId}, ${about.product}`, because] as const;
    });
    const voided = lines.flatMap(({ material: { about, history }, event: lapsed }) =>
      beforeLapse(history.journal, lapsed).invoices.map(
        (invoice) => [`${invoice.invoiceId}, ${about.licenceId}`, localiser.money(owedOf(invoice))] as const,
      ),
    );
    return {
      subject: words.subject(named),
      body: [
        text(words.intro(named)),
        facts(words.caption, ...why),
        text(words.keepsWorking),
        ...(voided.length === 0 ? [] : [facts(localiser.words.lapse.voided, ...voided)]),
        ...(credit.amount > 0 ? [text(words.credit(localiser.money(credit)))] : []),
        text(words.askForQuote),
        text(localiser.words.comeBack[comeBackOf(plan)]),
      ],
    };
  },
});

/** The licence before the lapse, with the invoices that it voids. */
function beforeLapse(journal: readonly Event[], event: EventOf<'MaintenanceLapsed'>): Licence {
  return replay(journal.slice(0, journal.indexOf(event) - (event.voided?.length ?? 0)));
}

/** It rests on the invoices that were not paid in time, and on which cover depends. */
function reasons(
  localiser: MailLocaliser,
  { reason, date }: EventOf<'MaintenanceLapsed'>,
  termEnded: CivilDate,
  before: Licence,
): readonly string[] {
  const words = localiser.words.lapse.reason;
  switch (reason) {
    case 'unpaid':
      return before.invoices
        .filter((invoice) => isDunned(invoice) && payByOf(before, invoice) < date)
        .map((invoice) => words.unpaid(invoice.invoiceId, localiser.date(payByOf(before, invoice))));
    case 'cancelled':
      return [words.cancelled(localiser.date(termEnded))];
    case 'not-renewed':
      return [words.notRenewed(localiser.date(termEnded))];
  }
}
