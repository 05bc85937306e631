import type { PlannedPart } from '../../../../client/payments/booking-preview.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import { plannedMailInWords } from '../../../../client/words/planned-mail-in-words.ts';
import { sentence } from '../../../../client/words/sentence.ts';
import { formatMoney } from '../../../../domain/billing/money.ts';
import { DocumentLink, LicenceLink } from '../../parts/links.tsx';
import { Table } from '../../parts/table.tsx';

/** What booking a payment will do: each part with what it pays, and what follows from it. */
export function Booking({ parts }: { readonly parts: readonly PlannedPart[] }) {
  return (
    <>
      <Table<PlannedPart>
        caption="What it pays"
        columns={[
          { heading: 'Licence', of: ({ allocation: { licenceId } }) => <LicenceLink id={licenceId} /> },
          {
            heading: 'Pays',
            of: ({ number }) =>
              number === undefined ? 'what is open, oldest first' : <DocumentLink number={number} />,
          },
          { heading: 'Amount', isNumber: true, of: ({ allocation }) => formatMoney(allocation.amount) },
        ]}
        rows={parts}
        empty="Nothing."
      />
      {parts.map((part) => (
        <Effects part={part} isAlone={parts.length === 1} />
      ))}
    </>
  );
}

function Effects({ part, isAlone }: { readonly part: PlannedPart; readonly isAlone: boolean }) {
  const { allocation, planned, numbers } = part;
  if (planned === undefined) return null;
  const mails = planned.planned ?? [];
  return (
    <>
      {isAlone ? null : <h3>{allocation.licenceId}</h3>}
      {planned.outcome === 'rejected' ? <p>It will be rejected: {planned.reason}.</p> : null}
      <ul>
        {planned.events.map((event) => (
          <li>{sentence(eventInWords(event), numbers)}</li>
        ))}
        {mails.map((mail) => (
          <li>{sentence(plannedMailInWords(mail), numbers)}</li>
        ))}
        {mails.length === 0 ? <li>No mail is sent.</li> : null}
      </ul>
    </>
  );
}
