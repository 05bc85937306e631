import { formatMoney, money } from '../../domain/billing/money.ts';
import type { Plan, Reminder } from '../../domain/plan/plan.ts';
import { type Chapter, countOf, listOf, percentInWords, type Say } from './statement.ts';

/** How long cover lasts, from when, and how it goes on. */
export function coverInWords({ firstTerm, term, renewal, subscription, trackedBy }: Plan, say: Say): Chapter {
  return {
    heading: 'Cover and renewal',
    statements: [
      say(['firstTerm.from', 'firstTerm.starts'], `The first term starts ${startOf(firstTerm)}.`),
      say(['firstTerm.length'], `${firstLength(firstTerm.length)}.`),
      say(
        ['firstTerm.charge'],
        firstTerm.charge === 'invoiced'
          ? 'The first term is invoiced on its first day, in proportion to its days.'
          : 'The first term is paid with the licence.',
      ),
      say(
        [term.kind === 'months' ? 'term.months' : 'term.kind'],
        term.kind === 'calendar-year'
          ? 'Every further term is a calendar year.'
          : `Every further term lasts ${monthsInWords(term.months)}.`,
      ),
      ...renewalInWords(renewal, say),
      ...(subscription === true
        ? [
            say(
              ['subscription'],
              'Licences can also be leased. A subscription is covered until it is deactivated and never expires.',
            ),
          ]
        : []),
      ...(trackedBy === null
        ? []
        : [say(['trackedBy'], `Licences are tracked by the ${lowerFirst(trackedBy.en)}.`)]),
    ],
  };
}

const facts = {
  installedOn: 'the software is installed',
  activatedOn: 'the licence is activated',
  purchasedOn: 'the licence is bought',
};

function startOf({ from, starts }: Plan['firstTerm']): string {
  return starts === 'that-day'
    ? `on the day on which ${facts[from]}`
    : `on the first day of the month after the day on which ${facts[from]}`;
}

function firstLength(length: Plan['firstTerm']['length']): string {
  switch (length.kind) {
    case 'months':
      return `It lasts ${monthsInWords(length.months)}`;
    case 'years-bought':
      return `It lasts as many years as were bought with the licence, up to ${length.most}`;
    case 'by-training':
      return `It lasts ${monthsInWords(length.monthsWith)} if on-site training was bought, otherwise ${countOf(length.daysWithout, 'day')}`;
    case 'rest-of-year':
      return 'It runs to 31 December';
  }
}

function renewalInWords(renewal: Plan['renewal'], say: Say): Chapter['statements'] {
  if (renewal.mode === 'order') {
    const { quoteDaysBeforeEnd } = renewal;
    return [
      say(['renewal.mode'], 'Renewal is optional: cover ends unless the customer accepts a quote and pays.'),
      say(
        ['renewal.quoteDaysBeforeEnd'],
        quoteDaysBeforeEnd === null
          ? 'A quote is sent when the customer asks for one.'
          : `A quote goes out by itself ${countOf(quoteDaysBeforeEnd, 'day')} before the end of a term.`,
      ),
    ];
  }
  const { noticeDays, invoicedOn, payWithin } = renewal;
  const within = 'months' in payWithin ? monthsInWords(payWithin.months) : countOf(payWithin.days, 'day');
  return [
    say(['renewal.mode'], 'Cover renews by itself at the end of each term unless the customer cancels.'),
    say(
      ['renewal.noticeDays'],
      noticeDays === 0
        ? 'Customers can cancel until the last day of a term, without notice.'
        : `Customers cancel at least ${countOf(noticeDays, 'day')} before the end of a term; a later cancellation takes effect a term later.`,
    ),
    say(
      ['renewal.invoicedOn'],
      invoicedOn === 'term-start'
        ? 'The renewal is invoiced on the first day of the new term.'
        : `The renewal is invoiced on ${invoicedOn.day} ${months[invoicedOn.month - 1] ?? ''}.`,
    ),
    say(
      ['renewal.payWithin'],
      `Invoices are payable within ${within}. Cover whose invoice is still unpaid then lapses.`,
    ),
  ];
}

/** When cover ends, and how it comes back. */
export function lapseInWords(plan: Plan, say: Say): Chapter {
  const { reinstatement, quote, renewal } = plan;
  const { fees = [], quotedUntilDays } = reinstatement;
  return {
    heading: 'Lapse and reinstatement',
    statements: [
      say(
        ['renewal.mode'],
        renewal.mode === 'order'
          ? 'Maintenance lapses on the day after its last term, unless an accepted order is still open. The software keeps working.'
          : 'When maintenance lapses, open invoices are voided. The software keeps working.',
      ),
      say(['reinstatement.kind', 'reinstatement.starts'], reinstatedInWords(reinstatement)),
      ...(reinstatement.kind === 'new-term' && reinstatement.rate !== null
        ? [
            say(
              ['reinstatement.rate'],
              `The first year after a lapse costs ${percentInWords(reinstatement.rate)} of the list price.`,
            ),
          ]
        : []),
      ...fees.map(({ fromDays, fee }) =>
        say(
          ['reinstatement.fees'],
          `From ${countOf(fromDays, 'day')} after the end of cover there is a fee of ${'fixed' in fee ? formatMoney(money(fee.fixed, plan.currency)) : `${percentInWords(fee.percentOfGap)} of what the gap would have cost`}.`,
        ),
      ),
      ...(quotedUntilDays === undefined
        ? []
        : [
            say(
              ['reinstatement.quotedUntilDays'],
              `It is quoted until ${countOf(quotedUntilDays, 'day')} after the end of cover.`,
            ),
          ]),
      say(
        ['quote.validDays', 'quote.payableDays'],
        `Quotes are valid for ${countOf(quote.validDays, 'day')}. The invoice of an accepted quote is payable within ${countOf(quote.payableDays, 'day')}, then it is voided.`,
      ),
      say(
        ['quote.years'],
        `Quotes offer ${listOf(quote.years.map(String), 'or')} ${quote.years.length === 1 && quote.years[0] === 1 ? 'year' : 'years'}.`,
      ),
    ],
  };
}

const newTermFrom = {
  'payment-day': 'on the day of the payment',
  'next-month': 'on the first day of the month after the payment',
  'where-cover-ended': 'where cover ended',
};

function reinstatedInWords(reinstatement: Plan['reinstatement']): string {
  return reinstatement.kind === 'back-charge'
    ? 'Whoever comes back pays all charges since cover was last paid for, through the end of the year.'
    : `Whoever comes back buys a new term, which starts ${newTermFrom[reinstatement.starts]}.`;
}

/** What customers are reminded of, and when. */
export function remindersInWords({ reminders }: Plan, say: Say): Chapter {
  return {
    heading: 'Reminders',
    statements:
      reminders.length === 0
        ? [say(['reminders'], 'No reminders go out.')]
        : reminders.map((reminder) => say([`reminders.${reminder.kind}`], reminderInWords(reminder))),
  };
}

function reminderInWords(reminder: Reminder): string {
  switch (reminder.kind) {
    case 'expiry': {
      const { daysBeforeEnd, shortestTermMonths } = reminder;
      const only =
        shortestTermMonths === undefined
          ? ''
          : `, if the term lasts at least ${monthsInWords(shortestTermMonths)}`;
      return `Expiry: ${countOf(daysBeforeEnd, 'day')} before the end of a term${only}.`;
    }
    case 'renewal':
      return `Renewal notice: ${countOf(reminder.daysBeforeEnd, 'day')} before the end of a term.`;
    case 'payment':
      return `Payment: ${countOf(reminder.daysAfterInvoice, 'day')} after the date of an unpaid invoice.`;
    case 'final-notice':
      return `Final notice: ${countOf(reminder.daysBeforePayBy, 'day')} before the last day to pay an unpaid invoice.`;
  }
}

function monthsInWords(count: number): string {
  return count % 12 === 0 && count > 12
    ? countOf(count / 12, 'year')
    : count === 12
      ? 'one year'
      : countOf(count, 'month');
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
