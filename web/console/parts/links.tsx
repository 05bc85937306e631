import { licencePath, documentPath, customerPath } from './paths.ts';
interface LicenceLinkProps {
  readonly id: string;
  readonly product?: string | undefined;
}

/** A licence by its id, and its product where that is known, as a way to its page. */
export function LicenceLink({ id, product }: LicenceLinkProps) {
  return (
    <>
      <a href={licencePath(id)}>{id}</a>
      {product === undefined || product === '' ? null : <span class="muted"> {product}</span>}
    </>
  );
}

interface CustomerLinkProps {
  readonly id: string;
  readonly name?: string | undefined;
}

/** A customer by its name, or its id where the name is not known, as a way to its page. */
export function CustomerLink({ id, name }: CustomerLinkProps) {
  return <a href={customerPath(id)}>{name ?? id}</a>;
}

interface DocumentLinkProps {
  /** As it is printed. */
  readonly number: string | undefined;
}

/** A quote or an invoice by its printed number, as a way to its PDF. */
export function DocumentLink({ number }: DocumentLinkProps) {
  if (number === undefined) return <span class="muted">not known here</span>;
  return <a href={documentPath(number)}>{number}</a>;
}
