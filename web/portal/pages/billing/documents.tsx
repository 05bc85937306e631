import type { DocumentsView } from '../../../../app/portal/views/documents.ts';
import { DocumentRows } from '../../parts/document-rows.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { Go } from '../../parts/pieces.tsx';

/** All quotes, invoices and credit notes, the latest first. */
export function DocumentsPage({ frame, view }: { readonly frame: Frame; readonly view: DocumentsView }) {
  const { documents, frame: words } = frame.say;
  const { customer, next } = view;
  const more = `/documents?customer=${encodeURIComponent(customer.customerId)}&after=${encodeURIComponent(next ?? '')}`;
  return (
    <Layout frame={frame} title={documents.title} section="documents" kicker={customer.name}>
      {view.documents.length === 0 ? (
        <p class="lead">{documents.none}</p>
      ) : (
        <DocumentRows frame={frame} documents={view.documents} withLicences />
      )}
      <p class="do">
        {next !== undefined && (
          <Go to={more} second>
            {words.more}
          </Go>
        )}
        <Go to="/payments" second>
          {documents.payments}
        </Go>
      </p>
    </Layout>
  );
}
