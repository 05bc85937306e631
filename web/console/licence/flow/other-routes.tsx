import { licencePath, runPath } from '../../parts/paths.ts';
import * as z from 'zod/mini';
import { licenceRecord } from '../../../../client/explaining/licence-record.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import type { AddPage } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { givenIn } from './given.ts';

/** Releasing a parked licence, and having an address take mail again. */
export const addOtherActions: AddPage = (app, { deployment }) => {
  app.get('/licences/:id/retry', async (c) => {
    const licenceId = c.req.param('id');
    const { history, plan } = await licenceRecord(deployment, licenceId, c.var.now);
    const { parked } = history;
    if (parked === undefined) throw new Refusal(`Licence ${licenceId} is not parked.`);
    return showPage(
      c,
      { title: `Release and run ${licenceId}`, at: '/licences' },
      <>
        <Notice kind="warning">
          Parked since {parked.on}: {parked.reason}
        </Notice>
        <p>
          Remove the cause first. This starts an extra run of plan {plan.id} with this licence alone, dated
          today. The run does everything that is due and e-mails the customer.
        </p>
        <ConfirmForm c={c} action={`${licencePath(licenceId)}/retry`} label="Release and run it" />
      </>,
    );
  });

  app.post('/licences/:id/retry', async (c) => {
    const licenceId = c.req.param('id');
    const { plan } = await licenceRecord(deployment, licenceId, c.var.now);
    const { requestId = [] } = await givenIn(c);
    const asked = { planId: plan.id, licenceIds: [licenceId] };
    const { executionArn } = await deployment.operator.run(asked, z.uuid().parse(requestId[0]));
    const name = executionArn.split(':').at(-1) ?? '';
    return goOn(c, runPath(name), `An extra run with licence ${licenceId} has started.`);
  });

  app.get('/licences/:id/clear-address', (c) => {
    const licenceId = c.req.param('id');
    const address = c.req.query('address') ?? '';
    return showPage(
      c,
      { title: `${address} takes mail again`, at: '/licences' },
      <>
        <p>
          Mails of the customer go to <strong>{address}</strong> again. A held mail is sent from its own page.
        </p>
        <ConfirmForm c={c} action={`${licencePath(licenceId)}/clear-address`} label="It takes mail again">
          <input type="hidden" name="address" value={address} />
        </ConfirmForm>
      </>,
    );
  });

  app.post('/licences/:id/clear-address', async (c) => {
    const licenceId = c.req.param('id');
    const { requestId = [], address = [] } = await givenIn(c);
    const id = z.uuid().parse(requestId[0]);
    const { events } = await deployment.operator.clearAddress({ licenceId, address: address[0] ?? '' }, id);
    return goOn(c, `${licencePath(licenceId)}?request=${id}`, events.map(eventInWords).join('. '));
  });
};
