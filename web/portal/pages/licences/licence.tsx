import type { BenefitView, LicenceView } from '../../../../app/portal/views/licence.ts';
import { DocumentRows } from '../../parts/document-rows.tsx';
import { type Frame, named } from '../../parts/frame.ts';
import { History } from '../../parts/history.tsx';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { invoicePath, licencePath, quotePath } from '../../parts/paths.ts';
import { TermBar } from '../../parts/pictures.tsx';
import { Facts, Go, Row } from '../../parts/pieces.tsx';
import { licenceNumber, productOf, standingOf } from '../../parts/sentences.ts';

interface LicencePageProps {
  readonly frame: Frame;
  readonly view: LicenceView;
  readonly outcome?: Outcome | undefined;
}

/** A licence: where it stands, what comes next, and what can be done now. */
export function LicencePage({ frame, view, outcome }: LicencePageProps) {
  const { say, localiser } = frame;
  const words = say.licences.page;
  return (
    <Layout
      frame={frame}
      title={productOf(view)}
      section="licences"
      back={{ to: '/licences', label: words.back }}
      kicker={licenceNumber(frame, view)}
    >
      <Done frame={frame} outcome={outcome} />
      <p class="lead">{standingOf(frame, view).join(' ')}</p>
      <Term frame={frame} view={view} />
      {view.next.step === 'renews' && <p>{words.cancelBy(localiser.date(view.next.lastDayToCancel))}</p>}
      {view.standing.state === 'lapsed' && view.softwareMayBeUsed && <p>{words.softwareOnly}</p>}
      {view.credit.amount > 0 && <p>{words.credit(localiser.money(view.credit))}</p>}
      <Actions frame={frame} view={view} />
      <More frame={frame} view={view} />
      {view.benefits.length > 0 && (
        <section>
          <h2>{words.included}</h2>
          <ul class="ticks">
            {view.benefits.map((benefit) => (
              <Benefit frame={frame} benefit={benefit} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.documents}</h2>
        {view.documents.length === 0 ? (
          <p>{words.noDocuments}</p>
        ) : (
          <DocumentRows frame={frame} documents={view.documents} />
        )}
      </section>
      <Details frame={frame} view={view} />
      <section>
        <h2>{words.history}</h2>
        <History frame={frame} entries={view.history} />
      </section>
    </Layout>
  );
}

interface PartProps {
  readonly frame: Frame;
  readonly view: LicenceView;
}

function Term({ frame: { localiser, today }, view: { standing } }: PartProps) {
  if (standing.state !== 'active') return <></>;
  const { starts, ends } = standing;
  return (
    <>
      <TermBar starts={starts} ends={ends} today={today} />
      <p class="ends">
        <span>{localiser.date(starts)}</span>
        <span>{localiser.date(ends)}</span>
      </p>
    </>
  );
}

/** The next step as the filled button; what else changes the renewal beside it. */
function Actions({ frame, view }: PartProps) {
  const { next, can, licenceId, standing } = view;
  const words = frame.say.licences.page;
  const first = nextStep(frame, view);
  const renews = standing.state === 'active' && standing.renews;
  if (first === undefined && !can.cancelRenewal) return <></>;
  return (
    <p class="do">
      {first !== undefined && (
        <Go to={first.to} second={next.step === 'quote-comes'}>
          {first.label}
        </Go>
      )}
      {can.cancelRenewal && (
        <Go to={licencePath(licenceId, 'cancel')} second>
          {renews ? words.cancelRenewal : words.doNotRenew}
        </Go>
      )}
    </p>
  );
}

function nextStep({ say }: Frame, { next, can, licenceId }: LicenceView) {
  const words = say.licences.page;
  if (next.step === 'pay') return { to: invoicePath(next.number), label: words.pay };
  if (next.step === 'answer-quote') return { to: quotePath(next.number), label: words.answerQuote };
  if (can.resumeRenewal) return { to: licencePath(licenceId, 'resume'), label: words.resumeRenewal };
  if (can.requestQuote) return { to: licencePath(licenceId, 'quote'), label: words.askForQuote };
  return undefined;
}

function More({ frame, view: { can, licenceId } }: PartProps) {
  const words = frame.say.licences.page;
  if (!can.change && !can.support && !can.updates) return <></>;
  return (
    <section>
      <h2>{words.more}</h2>
      <ul class="rows">
        {can.change && (
          <Row to={licencePath(licenceId, 'change')} title={words.change} detail={words.changeDetail} />
        )}
        {can.support && (
          <Row to={licencePath(licenceId, 'support')} title={words.support} detail={words.supportDetail} />
        )}
        {can.updates && (
          <Row to={licencePath(licenceId, 'updates')} title={words.updates} detail={words.updatesDetail} />
        )}
      </ul>
    </section>
  );
}

function Benefit({ frame, benefit }: { readonly frame: Frame; readonly benefit: BenefitView }) {
  const words = frame.say.licences.page;
  const { answer, rate } = benefit;
  const isIncluded = answer === 'included';
  const inWords =
    typeof answer === 'object'
      ? rate === undefined
        ? words.chargedAtList
        : words.charged(named(frame, rate))
      : isIncluded
        ? words.yes
        : words.no;
  return (
    <li class={isIncluded ? '' : 'no'}>
      {named(frame, benefit.name)}{' '}
      {isIncluded ? <span class="hidden">{inWords}</span> : <small>{inWords}</small>}
    </li>
  );
}

function Details({ frame, view }: PartProps) {
  const words = frame.say.licences.page;
  const { date } = frame.localiser;
  const fact = (label: string, value: string | undefined) =>
    value === undefined || value === '' ? undefined : { label, value };
  const day = (on: typeof view.purchasedOn) => (on === undefined ? undefined : date(on));
  return (
    <section>
      <h2>{words.details}</h2>
      <Facts
        facts={[
          fact(words.plan, view.plan),
          fact(words.customer, view.customer.name),
          fact(words.edition, view.edition),
          fact(words.modules, view.modules.join(', ')),
          fact(words.purchasedOn, day(view.purchasedOn)),
          fact(words.installedOn, day(view.installedOn)),
          fact(words.activatedOn, day(view.activatedOn)),
          fact(words.coveredSince, view.cover.inForce ? day(view.cover.since) : undefined),
        ]}
      />
    </section>
  );
}
