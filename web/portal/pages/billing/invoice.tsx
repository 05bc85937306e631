import type { HowToPay, InvoiceLine, InvoiceView } from '../../../../app/portal/views/invoice.ts';
import { changeInWords } from '../../../../wording/phrases/change.ts';
import { coverInWords } from '../../../../wording/phrases/prices.ts';
import { type Frame, named } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { creditNotePath, filePath, invoicePath, licencePath } from '../../parts/paths.ts';
import { QrCode } from '../../parts/pictures.tsx';
import { Facts, Go, Row, State } from '../../parts/pieces.tsx';
import { invoiceMark, productOf } from '../../parts/sentences.ts';
import { Sums } from '../../parts/sums.tsx';

interface InvoicePageProps {
  readonly frame: Frame;
  readonly view: InvoiceView;
  readonly outcome?: Outcome | undefined;
}

/** An invoice: what is to be paid and how, then what it is for. */
export function InvoicePage({ frame, view, outcome }: InvoicePageProps) {
  const { say } = frame;
  const words = say.invoice;
  const { tone, text } = invoiceMark(frame, view.state);
  const isOpen = view.howToPay !== undefined;
  const link = view.howToPay?.link;
  return (
    <Layout
      frame={frame}
      title={words.title(view.number)}
      section="documents"
      back={{ to: '/documents', label: say.documents.title }}
      kicker={view.customer.name}
    >
      <Done frame={frame} outcome={outcome} />
      <p class="lead">
        {leadOf(frame, view)} {!isOpen && <State tone={tone}>{text}</State>}
      </p>
      {isOpen && view.lapses && <p>{words.lapses}</p>}
      {isOpen && isOrder(view) && <p>{words.order}</p>}
      <p class="do">
        {link !== undefined && <Go to={link}>{words.payOnline}</Go>}
        <Go to={filePath(view.number, 'pdf')} second={link !== undefined}>
          {say.documents.pdf}
        </Go>
        {view.hasXml && (
          <Go to={filePath(view.number, 'xml')} second>
            {say.documents.xml}
          </Go>
        )}
      </p>
      {view.howToPay !== undefined && <Paying frame={frame} pay={view.howToPay} />}
      <Charges frame={frame} view={view} />
      {view.lines.length > 1 && <Lines frame={frame} lines={view.lines} />}
      <Details frame={frame} view={view} />
    </Layout>
  );
}

function leadOf({ say, localiser: { money, date } }: Frame, view: InvoiceView): string {
  const words = say.invoice.lead;
  switch (view.state) {
    case 'open':
    case 'partly-paid':
      return words.open(money(view.toPay), date(view.payBy));
    case 'overdue':
      return words.overdue(money(view.toPay), date(view.payBy));
    case 'paid':
      return words.paid(view.paidOn === undefined ? undefined : date(view.paidOn));
    case 'void':
    case 'credited':
    case 'refunded':
      return words[view.state];
  }
}

function isOrder({ lines }: InvoiceView): boolean {
  return lines.some(({ buys }) => buys.kind === 'cover' && buys.isOrder);
}

function Paying({ frame, pay }: { readonly frame: Frame; readonly pay: HowToPay }) {
  const words = frame.say.invoice;
  const amount = frame.localiser.money(pay.amount);
  return (
    <section>
      <h2>{words.howToPay}</h2>
      <div class="pay">
        <Facts
          facts={[
            ...pay.lines.map(({ label, value }) => ({
              label: named(frame, label),
              value: <span class="copy">{value}</span>,
            })),
            { label: words.amount, value: <span class="copy">{amount}</span> },
            { label: words.reference, value: <span class="copy">{pay.reference}</span> },
          ]}
        />
        {pay.epc !== undefined && (
          <figure class="code">
            <QrCode content={pay.epc} label={words.codeLabel(amount, pay.reference)} />
            <figcaption class="muted">{words.code}</figcaption>
          </figure>
        )}
      </div>
      <p class="muted after">{words.copyHint}</p>
      <p class="muted">{words.crossed}</p>
    </section>
  );
}

interface PartProps {
  readonly frame: Frame;
  readonly view: InvoiceView;
}

function Charges({ frame, view }: PartProps) {
  const { say, localiser } = frame;
  const { labels } = localiser.words;
  const { credited, credit, toPay, howToPay, price, lines } = view;
  const isReduced = credited.amount > 0 || credit.amount > 0;
  const more = [
    ...(credited.amount > 0 ? [{ label: labels.credited, value: localiser.money(credited) }] : []),
    ...(credit.amount > 0 ? [{ label: labels.credit, value: localiser.money(credit) }] : []),
    ...(isReduced && howToPay !== undefined ? [{ label: labels.toPay, value: localiser.money(toPay) }] : []),
  ];
  return (
    <section>
      <h2>{say.invoice.charges}</h2>
      {lines.length === 1 && <p>{boughtInWords(frame, lines[0])}</p>}
      <Sums
        frame={frame}
        caption={say.invoice.charges}
        price={price}
        product={productOf(lines[0])}
        more={more}
      />
    </section>
  );
}

function Lines({ frame, lines }: { readonly frame: Frame; readonly lines: readonly InvoiceLine[] }) {
  return (
    <section>
      <h2>{frame.say.invoice.lines}</h2>
      <ul class="rows">
        {lines.map((line) => {
          const { tone, text } = invoiceMark(frame, line.state);
          return (
            <Row
              to={licencePath(line.licenceId)}
              title={`${productOf(line)}, ${line.licenceId}`}
              detail={boughtInWords(frame, line)}
              side={
                <>
                  {frame.localiser.money(line.price.total)} <State tone={tone}>{text}</State>
                </>
              }
            />
          );
        })}
      </ul>
    </section>
  );
}

function boughtInWords({ say, localiser }: Frame, { buys }: InvoiceLine): string {
  const words = say.invoice.buys;
  switch (buys.kind) {
    case 'cover':
      return words.cover(coverInWords(localiser, buys.cover));
    case 'change':
      return words.change(changeInWords(localiser, buys.change));
    case 'support':
      return words.support(buys.ticketId);
  }
}

function Details({ frame, view }: PartProps) {
  const { say, localiser } = frame;
  const words = say.invoice;
  const [first] = view.lines;
  return (
    <section>
      <h2>{words.details}</h2>
      <Facts
        facts={[
          { label: words.issuedOn, value: localiser.date(view.issuedOn) },
          { label: words.payBy, value: localiser.date(view.payBy) },
          view.purchaseOrder === undefined
            ? undefined
            : { label: words.purchaseOrder, value: view.purchaseOrder },
          view.lines.length > 1
            ? undefined
            : {
                label: localiser.words.labels.product,
                value: <a href={licencePath(first.licenceId)}>{`${productOf(first)}, ${first.licenceId}`}</a>,
              },
          view.reissues === undefined
            ? undefined
            : { label: words.replaces, value: <a href={invoicePath(view.reissues)}>{view.reissues}</a> },
          view.creditNotes.length === 0
            ? undefined
            : {
                label: words.creditNotes,
                value: view.creditNotes.map((number) => (
                  <>
                    <a href={creditNotePath(number)}>{number}</a>{' '}
                  </>
                )),
              },
        ]}
      />
    </section>
  );
}
