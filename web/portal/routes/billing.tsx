import type { Hono } from 'hono';
import type { QuoteView } from '../../../app/portal/views/quote.ts';
import { acceptedBySchema, purchaseOrderSchema } from '../../../domain/customer/order-words.ts';
import { reasonSchema } from '../../../domain/text/reason.ts';
import type { PortalEnvironment } from '../environment.ts';
import { AcceptChangePage, AcceptPage, DeclinePage } from '../pages/billing/accept.tsx';
import { CreditNotePage } from '../pages/billing/credit-note.tsx';
import { DocumentsPage } from '../pages/billing/documents.tsx';
import { InvoicePage } from '../pages/billing/invoice.tsx';
import { PaymentsPage } from '../pages/billing/payments.tsx';
import type { QuoteEntry, QuoteErrors } from '../pages/billing/accept-form.tsx';
import { QuotePage } from '../pages/billing/quote.tsx';
import { faultInWords, faultOf, firstOf } from '../parts/faults.tsx';
import type { Frame } from '../parts/frame.ts';
import { invoicePath, quotePath } from '../parts/paths.ts';
import { act, type Asked, show } from './answers.tsx';
import { type Form, formOf, frameIn } from './context.ts';

/** Quotes, invoices, credit notes, payments, and their files. */
export function billingRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/documents', (context) => {
    const { customer: customerId, after } = context.req.query();
    return show(context, portal, 'documents', { customerId, after }, (view) =>
      context.html(<DocumentsPage frame={frameIn(context, view.branding)} view={view} />),
    );
  });
  app.get('/documents/:number/:form{pdf|xml}', (context) => {
    const { number, form } = context.req.param();
    return show(context, portal, 'document-file', { number, form: form === 'xml' ? 'xml' : 'pdf' }, (file) =>
      context.body(new Uint8Array(file.bytes), 200, {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"`,
      }),
    );
  });
  app.get('/payments', (context) => {
    const { customer: customerId, after } = context.req.query();
    return show(context, portal, 'payments', { customerId, after }, (view) =>
      context.html(<PaymentsPage frame={frameIn(context, view.branding)} view={view} />),
    );
  });
  app.get('/invoices/:number', (context) =>
    show(context, portal, 'invoice', { number: context.req.param('number') }, (view, outcome) =>
      context.html(<InvoicePage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
    ),
  );
  app.get('/credit-notes/:number', (context) =>
    show(context, portal, 'credit-note', { number: context.req.param('number') }, (view) =>
      context.html(<CreditNotePage frame={frameIn(context, view.branding)} view={view} />),
    ),
  );
  quoteRoutes(app, portal);
}

function quoteRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/quotes/:number', (context) =>
    show(context, portal, 'quote', { number: context.req.param('number') }, (view, outcome) =>
      context.html(<QuotePage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
    ),
  );
  // What was entered goes back with the page: a purchase order and a name have no place in an address.
  app.post('/quotes/:number/review', (context) =>
    show(context, portal, 'quote', { number: context.req.param('number') }, async (view) => {
      const frame = frameIn(context, view.branding);
      if (!view.mayAccept)
        return context.html(<QuotePage frame={frame} view={view} isClosedMeanwhile />, 409);
      const form = await formOf(context);
      const entry = entryOf(form, view);
      if (form.text('change') !== '')
        return context.html(<QuotePage frame={frame} view={view} entry={entry} />);
      const errors = errorsOf(frame, view, entry);
      const { years } = entry;
      return years !== undefined && firstOf(errors) === undefined
        ? context.html(<AcceptPage frame={frame} view={view} entry={{ ...entry, years }} />)
        : context.html(<QuotePage frame={frame} view={view} entry={entry} errors={errors} />, 422);
    }),
  );
  app.post('/quotes/:number/accept', async (context) => {
    const number = context.req.param('number');
    const { text, all } = await formOf(context);
    const po = text('po');
    const licences = all('licences');
    return act(context, portal, {
      name: 'accept-quote',
      input: {
        number,
        years: Number(text('years')),
        by: text('by'),
        ...(po !== '' && { po }),
        ...(licences.length > 0 && { licences }),
      },
      back: quotePath(number),
      then: (did) => (did?.invoices[0] === undefined ? quotePath(number) : invoicePath(did.invoices[0])),
    });
  });
  app.get('/quotes/:number/accept-change', (context) =>
    show(context, portal, 'quote', { number: context.req.param('number') }, (view) =>
      context.html(
        view.mayAccept && view.change !== undefined ? (
          <AcceptChangePage frame={frameIn(context, view.branding)} view={view} />
        ) : (
          <QuotePage frame={frameIn(context, view.branding)} view={view} />
        ),
      ),
    ),
  );
  app.post('/quotes/:number/accept-change', (context) => {
    const number = context.req.param('number');
    return act(context, portal, {
      name: 'accept-change',
      input: { number },
      back: quotePath(number),
      then: (did) => (did?.invoice === undefined ? quotePath(number) : invoicePath(did.invoice)),
    });
  });
  app.get('/quotes/:number/decline', (context) =>
    show(context, portal, 'quote', { number: context.req.param('number') }, (view) =>
      context.html(
        view.mayDecline ? (
          <DeclinePage frame={frameIn(context, view.branding)} view={view} />
        ) : (
          <QuotePage frame={frameIn(context, view.branding)} view={view} />
        ),
      ),
    ),
  );
  app.post('/quotes/:number/decline', async (context) => {
    const number = context.req.param('number');
    const reason = (await formOf(context)).text('reason');
    const fault = faultOf(reasonSchema, reason);
    if (fault !== undefined) {
      return show(context, portal, 'quote', { number }, (view) => {
        const frame = frameIn(context, view.branding);
        if (!view.mayDecline)
          return context.html(<QuotePage frame={frame} view={view} isClosedMeanwhile />, 409);
        const error = faultInWords(
          frame,
          fault,
          frame.say.quote.declining.needReason,
          frame.say.faults.plainText,
        );
        return context.html(<DeclinePage frame={frame} view={view} reason={reason} error={error} />, 422);
      });
    }
    return act(context, portal, {
      name: 'decline-quote',
      input: { number, reason },
      back: quotePath(number),
      then: () => quotePath(number),
    });
  });
}

/** A quote for one licence has no choice of licences. */
function entryOf({ text, all }: Form, view: QuoteView): QuoteEntry {
  const open = view.lines.filter(({ state }) => state === 'open').map(({ licenceId }) => licenceId);
  const chosen = all('licences');
  const years = view.options.map((option) => option.years).find((each) => String(each) === text('years'));
  return {
    years,
    licences: open.length > 1 ? open.filter((licenceId) => chosen.includes(licenceId)) : open,
    po: text('po'),
    by: text('by'),
  };
}

function errorsOf(frame: Frame, view: QuoteView, { years, licences, po, by }: QuoteEntry): QuoteErrors {
  const { quote, faults } = frame.say;
  const missing = view.purchaseOrder.isRequired ? { is: 'missing' as const } : undefined;
  const ofPo = po === '' ? missing : faultOf(purchaseOrderSchema, po);
  const ofName = faultOf(acceptedBySchema, by);
  return {
    ...(years === undefined && { years: quote.chooseYears }),
    ...(licences.length === 0 && { licences: quote.chooseLicence }),
    ...(ofPo !== undefined && { po: faultInWords(frame, ofPo, quote.needPo, faults.oneLine) }),
    ...(ofName !== undefined && { by: faultInWords(frame, ofName, quote.needName, faults.oneLine) }),
  };
}
