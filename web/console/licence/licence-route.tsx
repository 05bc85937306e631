import { licencePath } from '../parts/paths.ts';
import { type ExplainedDay, explainedDay } from '../../../client/explaining/day.ts';
import { licenceRecord, type LicenceRecord } from '../../../client/explaining/licence-record.ts';
import { Refusal } from '../../../client/operator/errors.ts';
import { civilDateSchema } from '../../../domain/calendar.ts';
import type { AddPage } from '../context.ts';
import { showPage } from '../layout/page.tsx';
import { aboutRecord } from './about-record.ts';
import { applicableTo } from './actions/applicability.ts';
import { ForOperators } from '../parts/for-operators.tsx';
import { FirstActions } from './page/action-list.tsx';
import { LicencePage } from './page/licence-page.tsx';
import { StandingBadge } from './page/standing-badge.tsx';

/** A licence on one page, by its id or by the printed number of one of its documents. */
export const addLicence: AddPage = (app, { deployment }) => {
  app.get('/licences/:named', async (c) => {
    const named = c.req.param('named');
    const licenceId = await deployment.idOf(named);
    if (licenceId !== named) return c.redirect(licencePath(licenceId), 302);
    const record = await licenceRecord(deployment, licenceId, c.var.now);
    const actions = applicableTo(aboutRecord(record, c.var.now));
    const { licence } = record;
    const on = c.req.query('on') ?? '';
    return showPage(
      c,
      {
        title: `${licenceId} · ${licence.facts.product}`,
        at: '/licences',
        actions: (
          <>
            <StandingBadge licence={licence} />
            <ForOperators>
              <FirstActions licenceId={licenceId} actions={actions} />
            </ForOperators>
          </>
        ),
      },
      <LicencePage
        record={record}
        actions={actions}
        named={on}
        day={dayNamed(record, on)}
        requestId={c.req.query('request')}
      />,
    );
  });
};

/** The day that a reader names, explained; or why it cannot be. */
function dayNamed(
  { plan, journal, licence, today }: LicenceRecord,
  on: string,
): ExplainedDay | string | undefined {
  if (on === '') return undefined;
  const day = civilDateSchema.safeParse(on);
  if (!day.success) return `${on.slice(0, 40)} is not a day. Enter one such as ${today}.`;
  try {
    return explainedDay(plan, journal, licence.facts.licenceId, day.data, today);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
