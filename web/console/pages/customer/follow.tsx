import { customerPath } from '../../parts/paths.ts';
import { type Followed, followCustomer } from '../../../../client/customers/follow-customer.ts';
import type { Deployment } from '../../../../client/deployment/deployment.ts';
import { countOf } from '../../../../client/words/count-of.ts';
import { fieldsOf } from '../../access/fields.ts';
import type { AddPage, ConsoleContext } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { LicenceLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';

/** Requests that one answer waits for; each has some fifty licences follow. */
const mostRequests = 8;

interface Following {
  /** The customer that the licences are found by: one that was merged still has them. */
  readonly of: string;
  /** The customer that they belong to in the end. */
  readonly customerId: string;
  /** What was done before, as a sentence. */
  readonly done: string;
  /** The licence after which to begin; unset: the first. */
  readonly after?: string | undefined;
}

/**
 * Has the licences follow a customer that was changed or merged, and says what happened. Where there are more than one answer can
 * wait for, the page asks to go on; where some failed, it names them.
 */
export async function follow(c: ConsoleContext, deployment: Deployment, following: Following) {
  const { of, customerId, done, after } = following;
  const followed = await followCustomer(deployment, of, { most: mostRequests, after });
  const { changed, failed, next } = followed;
  const said = changed === 0 ? done : `${done} ${countOf(changed, 'licence')} changed with it.`;
  if (next === undefined && failed.length === 0) return goOn(c, customerPath(customerId), said);
  return showPage(
    c,
    {
      title: next === undefined ? 'Some licences did not change' : 'More licences are to follow',
      at: '/customers',
    },
    <>
      <Notice kind="done">{said}</Notice>
      <Remaining c={c} following={following} followed={followed} />
    </>,
  );
}

interface RemainingProps {
  readonly c: ConsoleContext;
  readonly following: Following;
  readonly followed: Followed;
}

function Remaining({ c, following, followed: { failed, next } }: RemainingProps) {
  const { of, customerId } = following;
  return (
    <>
      {failed.length === 0 ? null : (
        <>
          <p>These licences did not change. Remove the cause, then let them follow again.</p>
          <Table
            caption="Licences that did not change"
            columns={[
              { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
              { heading: 'Why', of: ({ reason }) => reason },
            ]}
            rows={failed}
            empty=""
          />
        </>
      )}
      <ConfirmForm
        c={c}
        action={`${customerPath(of)}/follow`}
        label={next === undefined ? 'Let them follow again' : 'Go on with the next licences'}
      >
        <input type="hidden" name="after" value={next ?? ''} />
      </ConfirmForm>
      <p class="buttons">
        <a class="button" href={customerPath(customerId)}>
          Back to the customer
        </a>
      </p>
    </>
  );
}

/** Goes on where one answer was not enough. */
export const addFollow: AddPage = (app, { deployment }) => {
  app.post('/customers/:id/follow', async (c) => {
    const of = c.req.param('id');
    const { customerId } = await deployment.requireCustomer(of);
    const { after = '' } = await fieldsOf(c);
    return follow(c, deployment, {
      of,
      customerId,
      done: 'The licences follow the customer.',
      after: after === '' ? undefined : after,
    });
  });
};
