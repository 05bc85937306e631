import { returnedMails, type ReturnedMail } from '../../../client/customers/returned-mails.ts';
import { addDays, dayIn } from '../../../domain/calendar.ts';
import type { AddPage } from '../context.ts';
import { CustomerLink } from '../parts/links.tsx';
import { showList } from '../parts/list.tsx';

/** Entries of one request. */
const atATime = 100;
/** How far back the list goes; what is on a customer's page stays there. */
const daysBack = 366;

/** The addresses that send mail back for good. */
export const addReturnedMails: AddPage = (app, { deployment }) => {
  app.get('/returned-mails', (c) =>
    showList<ReturnedMail>(c, {
      title: 'Addresses that send mail back',
      at: '/',
      head: (
        <p class="muted">
          Nothing more is sent to them. Correct the address on the customer’s page, or say there that it takes
          mail again.
        </p>
      ),
      columns: [
        { heading: 'Since', of: ({ on }) => on },
        { heading: 'Address', of: ({ address }) => address },
        { heading: 'Customer', of: ({ customerId, name }) => <CustomerLink id={customerId} name={name} /> },
      ],
      csv: [
        ['since', ({ on }) => on],
        ['address', ({ address }) => address],
        ['customerId', ({ customerId }) => customerId],
        ['customer', ({ name }) => name],
      ],
      empty: 'No address has sent mail back within a year.',
      read: (from) => returnedMails(deployment, atATime, addDays(dayIn('UTC', c.var.now), -daysBack), from),
    }),
  );
};
