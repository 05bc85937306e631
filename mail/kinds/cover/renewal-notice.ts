import { payByOfCharge } from '../../../domain/billing/pay-by.ts';
import { linesOfCharge, priced } from '../../../domain/billing/pricing.ts';
import { lastDayToCancel, renewalTerm } from '../../../domain/cover/terms.ts';
import { activeStanding } from '../../../domain/licence/licence.ts';
import { action } from '../../letter/actions.ts';
import { facts, text } from '../../letter/letter.ts';
import { linesTable } from '../../letter/prices.ts';
import { sharedRenewalNotice } from '../../letter/shared/cover.ts';
import { defineKind } from '../kind.ts';

/** Maintenance renews automatically: for what price, and until when it can be cancelled. */
export const renewalNotice = defineKind({
  name: 'renewal-notice',
  calledBy: (event) => (event.type === 'ReminderIssued' && event.kind === 'renewal' ? event : undefined),
  to: 'technical',
  copyToPartner: true,
  ifUnknown: 'send-again',
  write: ({ localiser, about, plan, history: { then }, today }) => {
    const { renewal } = plan;
    if (renewal.mode !== 'automatic') throw new Error(`plan ${plan.id} does not renew automatically`);
    const { labels, renewalNotice: words } = localiser.words;
    const { term } = activeStanding(then);
    const { charge } = renewalTerm(plan, term, then.alignTo);
    const price = priced(plan, then.facts, charge.invoiceOn, linesOfCharge(plan, then.facts, charge));
    const lastDay = lastDayToCancel(plan, term);
    const isTooLate = lastDay < today;
    const named = {
      ...about,
      ends: localiser.date(term.ends),
      from: localiser.date(charge.from),
      to: localiser.date(charge.to),
      total: localiser.money(price.total),
      tax: price.taxPercent > 0 ? localiser.taxName : undefined,
      invoiceOn: localiser.date(charge.invoiceOn),
      payBy: localiser.date(payByOfCharge(renewal, charge.invoiceOn)),
      cancelBy: localiser.date(lastDay),
    };
    return {
      subject: words.subject(named),
      body: [
        text(words.renews(named)),
        text(words.price(named)),
        linesTable(localiser, about.product, price, { caption: words.priceHeading }),
        text(words.invoice(named)),
        facts(
          words.nextTerm,
          [labels.cover, localiser.words.period(named.from, named.to)],
          [words.cancelBy, named.cancelBy],
        ),
        text(isTooLate ? words.tooLate(named) : words.cancel(named.cancelBy)),
        action(localiser, about, 'cancelRenewal', about.licenceId),
      ],
      calendar: isTooLate ? undefined : { termEnds: term.ends, day: lastDay, isCancelled: false },
    };
  },
  writeShared: sharedRenewalNotice,
});
