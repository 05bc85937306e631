import type { QuoteLine, QuoteView } from '../../../../app/portal/views/quote.ts';
import { type CivilDate, earlierOf } from '../../../../domain/calendar.ts';
import { changeInWords } from '../../../../wording/phrases/change.ts';
import { Faults, firstOf } from '../../parts/faults.tsx';
import { type Frame, named } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { filePath, invoicePath, licencePath, quotePath } from '../../parts/paths.ts';
import { Facts, Go, Note, Row, State } from '../../parts/pieces.tsx';
import { productOf, quoteMark } from '../../parts/sentences.ts';
import { Sums } from '../../parts/sums.tsx';
import { AcceptForm, amountOf, type QuoteEntry, type QuoteErrors } from './accept-form.tsx';

interface QuotePageProps {
  readonly frame: Frame;
  readonly view: QuoteView;
  readonly outcome?: Outcome | undefined;
  /** What was entered, where the form comes back with errors. */
  readonly entry?: QuoteEntry | undefined;
  readonly errors?: QuoteErrors;
  /** Whether the reader has just tried to accept it. */
  readonly isClosedMeanwhile?: boolean;
}

/** A quote, with the form that accepts it while that is possible. */
export function QuotePage({ frame, view, outcome, entry, ...rest }: QuotePageProps) {
  const { errors = {}, isClosedMeanwhile = false } = rest;
  const { say, localiser } = frame;
  const words = say.quote;
  return (
    <Layout
      frame={frame}
      title={words.title(view.number)}
      section="documents"
      back={{ to: '/documents', label: say.documents.title }}
      kicker={view.customer.name}
      hasFaults={firstOf(errors) !== undefined}
    >
      <Done frame={frame} outcome={outcome} />
      <Faults frame={frame} faults={errors} />
      {isClosedMeanwhile && (
        <Note tone="warn">
          <p>{words.closedMeanwhile}</p>
        </Note>
      )}
      <p class="lead">{leadOf(frame, view)}</p>
      {view.state === 'open' && lastDayOf(view) < view.validUntil && (
        <p>{words.withdrawnAfter(localiser.date(lastDayOf(view)))}</p>
      )}
      {view.change?.note !== undefined && <p>{named(frame, view.change.note)}</p>}
      {view.state === 'open' && view.change?.needsNewLicence === true && <p>{words.newLicence}</p>}
      {view.state === 'open' && view.rights === 'as-partner' && !view.mayAccept && (
        <p>{words.notForPartners}</p>
      )}
      {view.mayAccept && view.change === undefined && (
        <AcceptForm frame={frame} view={view} entry={entry} errors={errors} />
      )}
      {view.mayAccept && view.change !== undefined && (
        <p class="do">
          <Go to={quotePath(view.number, 'accept-change')}>{words.continue}</Go>
          {view.mayDecline && (
            <Go to={quotePath(view.number, 'decline')} second>
              {words.decline}
            </Go>
          )}
        </p>
      )}
      {!view.mayAccept && <AfterClosing frame={frame} view={view} />}
      <Prices frame={frame} view={view} />
      {(view.lines.length > 1 || view.state !== 'open') && <Lines frame={frame} view={view} />}
      <p class="do">
        <Go to={filePath(view.number, 'pdf')} second>
          {say.documents.pdf}
        </Go>
      </p>
    </Layout>
  );
}

function leadOf({ say, localiser }: Frame, view: QuoteView): string {
  const words = say.quote;
  const { date } = localiser;
  const on = view.closedOn === undefined ? undefined : date(view.closedOn);
  switch (view.state) {
    case 'open':
      return view.kind === 'change' && view.change !== undefined
        ? words.lead.change(changeInWords(localiser, view.change.change), date(lastDayOf(view)))
        : words.lead[view.kind === 'change' ? 'renewal' : view.kind](date(lastDayOf(view)));
    case 'accepted':
      return words.closed.accepted(on);
    case 'declined':
      return words.closed.declined(on);
    case 'expired':
      return words.closed.expired(date(view.validUntil));
    case 'withdrawn':
      return words.closed.withdrawn;
  }
}

/** The last day on which an open quote can be accepted. */
function lastDayOf({ validUntil, withdrawnAfter = validUntil }: QuoteView): CivilDate {
  return earlierOf(validUntil, withdrawnAfter);
}

interface PartProps {
  readonly frame: Frame;
  readonly view: QuoteView;
}

function AfterClosing({ frame, view }: PartProps) {
  const { say, localiser } = frame;
  const accepted = view.lines[0].accepted;
  const isOver = view.state === 'expired' || view.state === 'withdrawn' || view.state === 'declined';
  return (
    <>
      {accepted !== undefined && view.change === undefined && (
        <p>{say.quote.acceptedAs(localiser.words.years(accepted.years), accepted.po)}</p>
      )}
      {accepted?.invoice !== undefined && (
        <p class="do">
          <Go to={invoicePath(accepted.invoice)}>{say.invoice.title(accepted.invoice)}</Go>
        </p>
      )}
      {isOver && view.change === undefined && (
        <p class="do">
          <Go to={licencePath(view.lines[0].licenceId, 'quote')}>{say.quote.askAgain}</Go>
        </p>
      )}
    </>
  );
}

/** How the price of each option is made up. */
function Prices({ frame, view }: PartProps) {
  const words = frame.say.quote;
  return (
    <>
      {view.options.map(({ years, price }) => {
        const heading =
          view.change === undefined ? words.price(frame.localiser.words.years(years)) : words.priceOnce;
        return (
          <section>
            <h2>{heading}</h2>
            <Sums frame={frame} caption={heading} price={price} product={productOf(view.lines[0])} />
          </section>
        );
      })}
    </>
  );
}

function Lines({ frame, view }: PartProps) {
  const line = (each: QuoteLine) => {
    const { tone, text } = quoteMark(frame, each.state);
    return (
      <Row
        to={licencePath(each.licenceId)}
        title={`${productOf(each)}, ${each.licenceId}`}
        side={
          <>
            {amountOf(frame, each.options[0])} <State tone={tone}>{text}</State>
          </>
        }
      />
    );
  };
  return (
    <section>
      <h2>{frame.say.invoice.lines}</h2>
      <ul class="rows">{view.lines.map(line)}</ul>
      <Facts
        facts={[
          { label: frame.localiser.words.labels.validUntil, value: frame.localiser.date(view.validUntil) },
        ]}
      />
    </section>
  );
}
