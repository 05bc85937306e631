import { mailToFormerCustomer } from '../../../contracts/delivery/mail.ts';
import { coverPeriodOf } from '../../../domain/cover/cover-period.ts';
import type { Event, EventOf } from '../../../domain/licence/events.ts';
import { facts, text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

const calledBy = (event: Event): EventOf<'LicenceTransferred'> | undefined =>
  event.type === 'LicenceTransferred' ? event : undefined;

/** Tells the new customer of a licence that it is theirs now. */
export const transferred = defineKind({
  name: 'transferred',
  calledBy,
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, about, history }, event) => {
    const words = localiser.words.transferred;
    const { until } = coverPeriodOf(history.then);
    const named = { ...about, on: localiser.date(event.date) };
    const cover = until === undefined ? [] : [facts(words.cover, [words.until, localiser.date(until)])];
    return {
      subject: words.subject(named),
      body: [text(words.intro(named)), text(words.goesOn), ...cover],
    };
  },
});

/** Tells the customer that a licence was transferred from. */
export const transferredAway = defineKind({
  name: mailToFormerCustomer,
  calledBy,
  toFormerCustomer: true,
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, about }, event) => {
    const words = localiser.words.transferredAway;
    const named = { ...about, on: localiser.date(event.date) };
    return { subject: words.subject(named), body: [text(words.intro(named)), text(words.notYours)] };
  },
});
