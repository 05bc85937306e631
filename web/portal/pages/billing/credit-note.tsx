import type { CreditNoteView } from '../../../../app/portal/views/credit-note.ts';
import { taxLabel } from '../../../../wording/phrases/prices.ts';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { filePath, invoicePath, licencePath } from '../../parts/paths.ts';
import { Facts, Go } from '../../parts/pieces.tsx';
import { SumsTable } from '../../parts/sums.tsx';

export function CreditNotePage({ frame, view }: { readonly frame: Frame; readonly view: CreditNoteView }) {
  const { say, localiser } = frame;
  const { money, date, words: shared } = localiser;
  const words = say.creditNote;
  const total = money(view.total);
  const title = words.title(view.number);
  const isTaxed = view.taxPercent > 0;
  return (
    <Layout
      frame={frame}
      title={title}
      section="documents"
      back={{ to: '/documents', label: say.documents.title }}
      kicker={view.customer.name}
    >
      <p class="lead">
        {view.becomes === 'credit'
          ? words.lead.credit(total)
          : words.lead['less-to-pay'](total, view.ofInvoice)}
      </p>
      <p class="do">
        <Go to={filePath(view.number, 'pdf')}>{say.documents.pdf}</Go>
      </p>
      <h2>{say.invoice.details}</h2>
      <SumsTable
        caption={title}
        lines={isTaxed ? [{ label: shared.labels.net, value: money(view.net) }] : []}
        sums={[
          ...(isTaxed ? [{ label: taxLabel(localiser, view.taxPercent), value: money(view.tax) }] : []),
          { label: shared.labels.total, value: total },
        ]}
      />
      <Facts
        facts={[
          { label: say.invoice.issuedOn, value: date(view.issuedOn) },
          {
            label: shared.labels.licence,
            value: <a href={licencePath(view.licenceId)}>{`${view.product}, ${view.licenceId}`}</a>,
          },
          view.ofInvoice === undefined
            ? undefined
            : { label: words.ofInvoice, value: <a href={invoicePath(view.ofInvoice)}>{view.ofInvoice}</a> },
          { label: words.reason, value: view.reason },
        ]}
      />
    </Layout>
  );
}
