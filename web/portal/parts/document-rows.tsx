import type { DocumentRow } from '../../../app/portal/views/documents.ts';
import type { Frame } from './frame.ts';
import { creditNotePath, invoicePath, quotePath } from './paths.ts';
import { Row, State } from './pieces.tsx';
import { invoiceMark, quoteMark } from './sentences.ts';

interface DocumentRowsProps {
  readonly frame: Frame;
  readonly documents: readonly DocumentRow[];
  /** Says which licences each is for. */
  readonly withLicences?: boolean;
}

/** Quotes, invoices and credit notes, each leading to its page. */
export function DocumentRows({ frame, documents, withLicences = false }: DocumentRowsProps) {
  return (
    <ul class="rows">
      {documents.map((document) => (
        <DocumentLine frame={frame} document={document} withLicences={withLicences} />
      ))}
    </ul>
  );
}

function DocumentLine({
  frame,
  document,
  withLicences,
}: {
  readonly frame: Frame;
  readonly document: DocumentRow;
  readonly withLicences: boolean;
}) {
  const { say, localiser } = frame;
  const words = say.documents;
  const { kind, number, issuedOn, product, licenceIds } = document;
  const about =
    licenceIds.length > 1 ? words.licences(licenceIds.length) : `${product}, ${licenceIds.join(', ')}`;
  const detail = `${localiser.date(issuedOn)}${withLicences ? ` · ${about}` : ''}`;
  const total = localiser.money(document.total);
  const { to, amount, mark } = whatOf(document);
  return (
    <Row
      to={to}
      title={`${words.kinds[kind]} ${number}`}
      detail={detail}
      side={
        <>
          {amount}
          {mark !== undefined && (
            <>
              {' '}
              <State tone={mark.tone}>{mark.text}</State>
            </>
          )}
        </>
      }
    />
  );

  function whatOf(each: DocumentRow) {
    switch (each.kind) {
      case 'quote':
        return { to: quotePath(number), amount: words.from(total), mark: quoteMark(frame, each.state) };
      case 'invoice':
        return { to: invoicePath(number), amount: total, mark: invoiceMark(frame, each.state) };
      case 'creditNote':
        return { to: creditNotePath(number), amount: total, mark: undefined };
    }
  }
}
