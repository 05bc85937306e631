import { licencePath, paymentPath } from '../../parts/paths.ts';
import type { Child } from 'hono/jsx';
import { plannedParts } from '../../../../client/payments/booking-preview.ts';
import { partsToBook } from '../../../../client/payments/parts-to-book.ts';
import { type KeptPayment, keptPaymentsOf, leftOf } from '../../../../client/payments/kept-payments.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { countOf } from '../../../../client/words/count-of.ts';
import { formatMoney } from '../../../../domain/billing/money.ts';
import { allocationInWords } from '../../../../domain/payments/allocation-in-words.ts';
import { reasonSchema } from '../../../../domain/text/reason.ts';
import { fieldsOf } from '../../access/fields.ts';
import type { AddPage, ConsoleContext } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Booking } from './booking.tsx';

/** A payment that matches nothing: what it could pay, booking it, and dismissing it. */
export const addPayment: AddPage = (app, { deployment }) => {
  const payments = keptPaymentsOf(deployment);

  const known = async (paymentId: string): Promise<KeptPayment> => {
    const kept = await payments.get(paymentId);
    if (kept !== undefined) return kept;
    throw new Refusal(`There is no payment ${paymentId.slice(0, 80)}.`);
  };

  const preview = async (c: ConsoleContext, kept: KeptPayment, target: string) => {
    const allocations = await partsToBook(deployment, kept, target);
    const parts = await plannedParts(deployment, kept, allocations, c.var.now);
    return (
      <section class="panel preview" aria-labelledby="will-happen">
        <h2 id="will-happen">This will happen</h2>
        <Booking parts={parts} />
        <ConfirmForm c={c} action={`${paymentPath(kept.payment.paymentId)}/assign`} label="Book the payment">
          <input type="hidden" name="for" value={target} />
        </ConfirmForm>
      </section>
    );
  };

  app.get('/payments/:id', async (c) => {
    const kept = await known(c.req.param('id'));
    const { payment, reason, state } = kept;
    const target = (c.req.query('for') ?? '').trim();
    const body = target === '' || state !== 'waiting' ? null : await orNotice(preview(c, kept, target));
    return showPage(
      c,
      { title: `${formatMoney(leftOf(kept))}, received on ${payment.received}`, at: '/payments' },
      <>
        <div class="panel">
          <Facts
            facts={[
              ['Payment', payment.paymentId],
              ['Payer', payment.payer],
              ['Account', payment.account],
              ['Text', payment.text],
              ['In all', formatMoney(payment.amount)],
              [state === 'waiting' ? 'Why it waits' : 'Why', reason],
            ]}
          />
        </div>
        {state === 'waiting' ? (
          <>
            <h2>Book it</h2>
            <form class="filters">
              <div class="field">
                <label for="for">Number of an invoice, licence, or id of a customer</label>
                <input id="for" name="for" value={target} required maxlength={100} />
              </div>
              <button type="submit">Show what will happen</button>
            </form>
            {body}
            <h2>Dismiss it</h2>
            <ConfirmForm
              c={c}
              action={`${paymentPath(payment.paymentId)}/dismiss`}
              label="Dismiss the payment"
              isDangerous
            >
              <div class="field">
                <label for="reason">Reason</label>
                <input id="reason" name="reason" required maxlength={200} aria-describedby="reason-hint" />
                <span class="hint" id="reason-hint">
                  For money that is for no licence. It leaves this list, and the reason stays with your name.
                </span>
              </div>
            </ConfirmForm>
          </>
        ) : state === 'booking' ? (
          <BeingBooked c={c} kept={kept} />
        ) : (
          <Notice kind="info">It does not wait any more: it is {state}.</Notice>
        )}
        <p class="buttons">
          <a class="button" href="/payments">
            Back to the payments
          </a>
        </p>
      </>,
    );
  });

  app.post('/payments/:id/assign', async (c) => {
    const kept = await known(c.req.param('id'));
    const { for: target = '', requestId } = await fieldsOf(c);
    if (isDoneBy(kept, requestId))
      return goOn(c, '/payments', `${formatMoney(kept.payment.amount)} is booked.`);
    const { paymentId } = waiting(kept).payment;
    const left = leftOf(kept);
    const allocations = [...(await partsToBook(deployment, kept, target))];
    const booked = await deployment.operator.assignPayment({ paymentId, allocations }, requestId);
    const { licenceIds, mails = [], problem } = booked;
    const sent = mails.filter(({ status }) => status === 'sent').length;
    const trouble =
      problem === undefined ? '' : ` Some mail was not sent: ${problem}. The next run sends it.`;
    const on =
      licenceIds.length === 1 ? `licence ${licenceIds[0] ?? ''}` : countOf(licenceIds.length, 'licence');
    const done = `${formatMoney(left)} is booked on ${on}; ${countOf(sent, 'mail')} sent.${trouble}`;
    const [licenceId] = licenceIds;
    const path = licenceIds.length === 1 ? licencePath(licenceId ?? '') : '/payments';
    return goOn(c, path, done);
  });

  app.post('/payments/:id/dismiss', async (c) => {
    const kept = await known(c.req.param('id'));
    const { reason: text = '', requestId } = await fieldsOf(c);
    const done = `${formatMoney(leftOf(kept))}, received on ${kept.payment.received}, is dismissed.`;
    if (isDoneBy(kept, requestId)) return goOn(c, '/payments', done);
    const { paymentId } = waiting(kept).payment;
    const reason = reasonSchema.safeParse(text);
    if (!reason.success)
      throw new Refusal(`The reason: expected ${reason.error.issues[0]?.message ?? 'some text'}.`);
    await deployment.operator.dismissPayment({ paymentId, reason: reason.data }, requestId);
    return goOn(c, '/payments', done);
  });
};

/** A payment that is being booked, or whose booking broke off: nobody can tell which, and completing it is right for both. */
function BeingBooked({ c, kept }: { readonly c: ConsoleContext; readonly kept: KeptPayment }) {
  const { payment, allocations } = kept;
  return (
    <>
      <h2>It is being booked</h2>
      <ul>
        {allocations.map((part) => (
          <li>{allocationInWords(part)}</li>
        ))}
      </ul>
      <p>If that was interrupted, complete it: nothing is booked twice.</p>
      <ConfirmForm c={c} action={`${paymentPath(payment.paymentId)}/assign`} label="Complete the booking">
        <input type="hidden" name="for" value={allocations.at(-1)?.licenceId} />
      </ConfirmForm>
    </>
  );
}

/** Whether a form that was sent twice has done its work the first time. */
function isDoneBy({ state, steps }: KeptPayment, requestId: string | undefined): boolean {
  const isOver = state === 'booked' || state === 'dismissed';
  return isOver && requestId !== undefined && steps.some((step) => step.requestId === requestId);
}

/** Throws `Refusal` for a payment that is booked or dismissed. */
function waiting(kept: KeptPayment): KeptPayment {
  if (kept.state === 'waiting' || kept.state === 'booking') return kept;
  throw new Refusal(`Payment ${kept.payment.paymentId} does not wait any more: it is ${kept.state}.`);
}

/** What cannot be booked so is said on the page, where another target can be given. */
async function orNotice(body: Promise<Child>): Promise<Child> {
  try {
    return await body;
  } catch (error) {
    if (error instanceof Refusal) return <Notice kind="error">{error.message}</Notice>;
    throw error;
  }
}
