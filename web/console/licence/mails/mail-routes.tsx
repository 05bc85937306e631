import { licencePath, mailPath, documentPath } from '../../parts/paths.ts';
import * as z from 'zod/mini';
import { mailStatus } from '../../../../client/words/mail-status.ts';
import type { DatedMail } from '../../../../client/deployment/deployment.ts';
import { noSuchLicence } from '../../../../client/deployment/deployment.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import type { AddPage } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { showPage } from '../../layout/page.tsx';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { Facts } from '../../parts/facts.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';
import { Notice } from '../../parts/notice.tsx';
import { givenIn } from '../flow/given.ts';

/** What a mail may load: nothing. It runs no script, and knows nothing of the console. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** A mail as it was sent, and sending it again. */
export const addMails: AddPage = (app, { deployment }) => {
  const mailOf = async (licenceId: string, mailId: string): Promise<DatedMail> => {
    const history = await deployment.history(licenceId);
    if (history === undefined) throw noSuchLicence(licenceId);
    const mail = history.mails.find((each) => each.mailId === mailId);
    if (mail === undefined) throw new Refusal(`Licence ${licenceId} has no mail ${mailId.slice(0, 200)}.`);
    return mail;
  };

  app.get('/licences/:id/mails/:mail', async (c) => {
    const { id: licenceId, mail: mailId } = c.req.param();
    const mail = await mailOf(licenceId, mailId);
    const shown = await deployment.operator.showMail({ licenceId, mailId });
    const path = mailPath(licenceId, mailId);
    const mayBeSent = mail.status === 'held' || mail.status === 'sent';
    return showPage(
      c,
      {
        title: shown.subject,
        at: '/licences',
        actions: mayBeSent ? (
          <ForOperators>
            <a class="button primary" href={`${path}/send`}>
              {mail.status === 'held' ? 'Send this mail' : 'Send this mail again'}
            </a>
          </ForOperators>
        ) : undefined,
      },
      <>
        <Facts
          facts={[
            ['Licence', <a href={licencePath(licenceId)}>{licenceId}</a>],
            ['Status', mailStatus(mail)],
            ['Why', mail.status === 'sent' ? undefined : mail.reason],
            ['Attempts', String(mail.attempts)],
            ['Date', mail.on],
            ['From', shown.from],
            ['To', shown.to.join(', ')],
            ['Copies', shown.copies.join(', ')],
            [
              'Attached',
              shown.attachments.length === 0
                ? undefined
                : shown.attachments.map((name) => (
                    <a href={documentPath(name.replace(/\.pdf$/, ''))}>{name} </a>
                  )),
            ],
          ]}
        />
        <p class="muted small">
          Composed again from the journal, as of the day it was sent. Addresses and language are the
          customer’s present ones. Passwords and personal links are left out.
        </p>
        <iframe class="mail" title="The mail" src={`${path}/body`} sandbox="" />
        <details>
          <summary>As text</summary>
          <pre>{shown.text}</pre>
        </details>
      </>,
    );
  });

  app.get('/licences/:id/mails/:mail/body', async (c) => {
    const { id: licenceId, mail: mailId } = c.req.param();
    const { html } = await deployment.operator.showMail({ licenceId, mailId });
    return c.html(html, 200, { 'content-security-policy': mailPolicy });
  });

  app.get('/licences/:id/mails/:mail/send', async (c) => {
    const { id: licenceId, mail: mailId } = c.req.param();
    const mail = await mailOf(licenceId, mailId);
    const again = mail.status === 'sent';
    if (!again && mail.status !== 'held')
      throw new Refusal(`Mail ${mailId} is ${mail.status}. Only a held or a sent mail can be sent.`);
    const { to, copies, subject } = await deployment.operator.showMail({ licenceId, mailId });
    const path = mailPath(licenceId, mailId);
    return showPage(
      c,
      { title: again ? 'Send a mail again' : 'Send a held mail', at: '/licences' },
      <>
        <Notice kind="info">
          {again
            ? `This e-mail was ${mailStatus(mail)}. It is sent once more, as it reads today.`
            : `This e-mail is held: ${mail.reason ?? 'no reason is recorded'}. It is sent now.`}
        </Notice>
        <Facts
          facts={[
            ['Subject', subject],
            ['To', [...to, ...copies].join(', ')],
          ]}
        />
        <ConfirmForm c={c} action={`${path}/send`} label={again ? 'Send it again' : 'Send it'}>
          <input type="hidden" name="again" value={again ? 'yes' : 'no'} />
        </ConfirmForm>
        <p class="buttons">
          <a class="button" href={path}>
            Back to the mail
          </a>
        </p>
      </>,
    );
  });

  app.post('/licences/:id/mails/:mail/send', async (c) => {
    const { id: licenceId, mail: mailId } = c.req.param();
    const { requestId = [], again } = await givenIn(c);
    const id = z.uuid().parse(requestId[0]);
    const asked = { licenceId, mailId, ...(again?.[0] === 'yes' && { again: true }) };
    const { mails, problem } = await deployment.operator.sendMail(asked, id);
    const sent = mails
      .map(({ status }) => (status === 'sent' ? 'The e-mail was sent.' : `The e-mail is ${status}.`))
      .join(' ');
    const trouble = problem === undefined ? '' : ` ${problem}. The next run sends it.`;
    return goOn(c, `${licencePath(licenceId)}?request=${id}`, `${sent}${trouble}`);
  });
};
