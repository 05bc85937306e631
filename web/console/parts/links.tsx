/** A licence by its id, as a way to its page. */
export function LicenceLink({ id }: { readonly id: string }) {
  return <a href={`/licences/${encodeURIComponent(id)}`}>{id}</a>;
}

interface CustomerLinkProps {
  readonly id: string;
  readonly name?: string | undefined;
}

/** A customer by its name, or its id where the name is not known, as a way to its page. */
export function CustomerLink({ id, name }: CustomerLinkProps) {
  return <a href={`/customers/${encodeURIComponent(id)}`}>{name ?? id}</a>;
}
