import { printedDocument } from '../../../client/deployment/documents.ts';
import { Refusal } from '../../../client/operator/errors.ts';
import { planOf } from '../../../plans/plan-of.ts';
import { replay } from '../../../domain/receivables/history.ts';
import type { AddPage } from '../context.ts';

/** Quotes, invoices and credit notes as their customers got them: the PDF, or its XML with `?as=xml`. */
export const addDocuments: AddPage = (app, { deployment }) => {
  app.get('/documents/:number', async (c) => {
    const number = c.req.param('number');
    const licenceId = await deployment.idOf(number);
    const history = await deployment.history(licenceId);
    const document = history?.documents.find((each) => each.number === number);
    if (history === undefined || document === undefined)
      throw new Refusal(`There is no document ${number.slice(0, 80)}.`);
    const { planId } = replay(history.events.map(({ event }) => event)).facts;
    const files = await printedDocument(deployment, planOf(planId).id, document);
    const extension = c.req.query('as') === 'xml' ? '.xml' : '.pdf';
    const file = files.find(({ filename }) => filename.endsWith(extension));
    if (file === undefined)
      throw new Refusal(
        files.length === 0
          ? `${number} is not printed yet: the mail that brings it prints it, and has not gone out.`
          : `${number} has no XML beside it.`,
      );
    const type = extension === '.xml' ? 'application/xml' : 'application/pdf';
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': type,
      'content-disposition': `${extension === '.xml' ? 'attachment' : 'inline'}; filename="${file.filename}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });
};
