import type { CustomerView } from '../../../../app/portal/views/customer.ts';
import { languageFor } from '../../../../wording/phrases/localiser.ts';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { Facts, Go, Note, Row } from '../../parts/pieces.tsx';

interface AccountPageProps {
  readonly frame: Frame;
  readonly view: CustomerView;
  /** The reader's own address. */
  readonly address: string;
  readonly outcome?: Outcome | undefined;
}

/** What the customer has on file. */
export function AccountPage({ frame, view, address, outcome }: AccountPageProps) {
  const { say, localiser } = frame;
  const words = say.account;
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="account"
      kicker={`${view.name} · ${words.number(view.customerId)}`}
    >
      <Done frame={frame} outcome={outcome} />
      {view.undeliverable.map((bounced) => (
        <Note tone="bad">
          <p>{words.undeliverable(bounced.address, localiser.date(bounced.on))}</p>
        </Note>
      ))}
      <p class="lead">{words.signedInAs(address)}</p>
      <section>
        <h2>{words.details}</h2>
        <Facts facts={ownFacts(frame, view)} />
        <p class="do">
          <Go to="/account/edit">{words.edit}</Go>
        </p>
      </section>
      <ul class="rows">
        <Row to="/account/mails" title={words.mails} detail={words.mailsDetail} />
        <Row to="/payments" title={words.payments} detail={words.paymentsDetail} />
        <Row to="/account/export" title={words.export} detail={words.exportDetail} />
      </ul>
      <section>
        <h2>{words.fixedHeading}</h2>
        <Facts facts={vendorsFacts(frame, view)} />
        <p class="muted after">{words.fixed}</p>
      </section>
    </Layout>
  );
}

function ownFacts({ say }: Frame, view: CustomerView) {
  const words = say.account;
  const { fields } = words;
  const filled = (value: string | undefined) => (value === undefined || value === '' ? words.nothing : value);
  const lines = (values: readonly string[]) =>
    values.length === 0
      ? words.nothing
      : values.map((value) => (
          <>
            {value}
            <br />
          </>
        ));
  return [
    { label: fields.email, value: lines([view.email, ...view.alsoEmail]) },
    {
      label: fields.billingEmail,
      value: lines([
        ...(view.billingEmail === undefined ? [] : [view.billingEmail]),
        ...view.alsoBillingEmail,
      ]),
    },
    { label: fields.address, value: lines(view.address) },
    { label: fields.vatId, value: filled(view.vatId) },
    { label: fields.poNumber, value: filled(view.poNumber) },
    { label: fields.buyerReference, value: filled(view.buyerReference) },
    { label: fields.locale, value: words.languages[languageFor(view.locale)] },
    { label: fields.together, value: view.together ? words.yes : words.no },
  ];
}

function vendorsFacts({ say, localiser }: Frame, view: CustomerView) {
  const words = say.account;
  const optional = (label: string, value: string | undefined) =>
    value === undefined ? undefined : { label, value };
  return [
    { label: words.name, value: view.name },
    { label: words.country, value: localiser.country(view.country) },
    optional(words.exempt, view.taxExemption),
    optional(
      words.discount,
      view.discountPercent === 0 ? undefined : localiser.percent(view.discountPercent),
    ),
    optional(words.poRequired, view.poRequired ? words.yes : undefined),
    optional(words.partner, view.partner?.name),
  ];
}
