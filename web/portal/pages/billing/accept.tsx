import type { Child } from 'hono/jsx';
import type { QuoteView } from '../../../../app/portal/views/quote.ts';
import { add, type Money } from '../../../../domain/billing/money.ts';
import { changeInWords } from '../../../../wording/phrases/change.ts';
import { coverInWords } from '../../../../wording/phrases/prices.ts';
import { Faults } from '../../parts/faults.tsx';
import { ChangeButton, Field, Post } from '../../parts/form.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { quotePath } from '../../parts/paths.ts';
import { Facts, Go } from '../../parts/pieces.tsx';
import { productOf } from '../../parts/sentences.ts';
import type { QuoteEntry } from './accept-form.tsx';

interface PageProps {
  readonly frame: Frame;
  readonly view: QuoteView;
}

/** What accepting a quote as it was entered does, before it is done. */
export function AcceptPage({
  frame,
  view,
  entry,
}: PageProps & { readonly entry: QuoteEntry & { readonly years: number } }) {
  const { say, localiser } = frame;
  const words = say.quote;
  const { years, licences, po, by } = entry;
  const lines = view.lines.filter(({ licenceId }) => licences.includes(licenceId));
  const total = totalOf(
    lines
      .flatMap(({ options }) => options.filter((option) => option.years === years))
      .map(({ price }) => price.total),
  );
  const inWords = total === undefined ? '' : localiser.money(total);
  const cover =
    lines.length === 1 ? lines[0]?.options.find((option) => option.years === years)?.cover : undefined;
  return (
    <Confirmation frame={frame} view={view} title={words.review.title}>
      <p class="lead">{words.review.lead(view.number, inWords)}</p>
      <Facts
        facts={[
          ...lines.map((line) => ({ label: productOf(line), value: line.licenceId })),
          {
            label: words.review.period,
            value: cover === undefined ? localiser.words.years(years) : coverInWords(localiser, cover),
          },
          { label: words.review.total, value: inWords },
          po === '' ? undefined : { label: words.po, value: po },
          { label: words.name, value: by },
        ]}
      />
      <h2>{words.review.then}</h2>
      <p>{words.review.invoice(words.days(view.payableDays))}</p>
      <p>{view.kind === 'reinstatement' ? words.review.reinstated : words.review.term}</p>
      <Post
        frame={frame}
        action={quotePath(view.number, 'accept')}
        values={{ years: String(years), licences, po: po === '' ? undefined : po, by }}
      >
        <p class="do">
          <button class="button" type="submit">
            {words.review.accept(inWords)}
          </button>
          <ChangeButton action={quotePath(view.number, 'review')} label={words.review.back} />
        </p>
      </Post>
    </Confirmation>
  );
}

/** The same of a quote for a change. */
export function AcceptChangePage({ frame, view }: PageProps) {
  const { say, localiser } = frame;
  const words = say.quote;
  const total = localiser.money(view.options[0]?.price.total ?? { amount: 0, currency: 'EUR' });
  return (
    <Confirmation frame={frame} view={view} title={words.review.title}>
      <p class="lead">{words.review.lead(view.number, total)}</p>
      <Facts
        facts={[
          { label: productOf(view.lines[0]), value: view.lines[0].licenceId },
          view.change === undefined
            ? undefined
            : { label: say.invoice.charges, value: changeInWords(localiser, view.change.change) },
          { label: words.review.total, value: total },
        ]}
      />
      <h2>{words.review.then}</h2>
      <p>{words.review.invoice(words.days(view.payableDays))}</p>
      <p>{words.review.change}</p>
      <Post frame={frame} action={quotePath(view.number, 'accept-change')}>
        <p class="do">
          <button class="button" type="submit">
            {words.review.accept(total)}
          </button>
          <Go to={quotePath(view.number)} second>
            {say.frame.back}
          </Go>
        </p>
      </Post>
    </Confirmation>
  );
}

interface DeclinePageProps extends PageProps {
  readonly reason?: string;
  readonly error?: string | undefined;
}

/** What declining a quote does, with the reason for it. */
export function DeclinePage({ frame, view, reason, error }: DeclinePageProps) {
  const words = frame.say.quote.declining;
  return (
    <Confirmation frame={frame} view={view} title={words.title} hasFaults={error !== undefined}>
      <Faults frame={frame} faults={{ reason: error }} />
      <p class="lead">{words.lead(view.number)}</p>
      <Post frame={frame} action={quotePath(view.number, 'decline')}>
        <Field
          name="reason"
          label={words.reason}
          hint={words.hint}
          value={reason}
          error={error}
          focus={error !== undefined}
          lines
          required
        />
        <p class="do">
          <button class="button" type="submit">
            {words.decline}
          </button>
          <Go to={quotePath(view.number)} second>
            {frame.say.frame.cancel}
          </Go>
        </p>
      </Post>
    </Confirmation>
  );
}

function Confirmation({
  frame,
  view,
  title,
  hasFaults = false,
  children,
}: PageProps & { readonly title: string; readonly hasFaults?: boolean; readonly children?: Child }) {
  const words = frame.say.quote;
  return (
    <Layout
      frame={frame}
      title={title}
      section="documents"
      back={{ to: quotePath(view.number), label: words.title(view.number) }}
      kicker={view.customer.name}
      hasFaults={hasFaults}
    >
      {children}
    </Layout>
  );
}

function totalOf(amounts: readonly Money[]): Money | undefined {
  const [first, ...rest] = amounts;
  return first === undefined ? undefined : rest.reduce(add, first);
}
