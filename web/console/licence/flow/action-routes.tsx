import { licencePath, actionPath } from '../../parts/paths.ts';
import * as z from 'zod/mini';
import { licenceRecord } from '../../../../client/explaining/licence-record.ts';
import { Refusal } from '../../../../client/operator/errors.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import { sentence } from '../../../../client/words/sentence.ts';
import type { AnswerOf } from '../../../../contracts/operator/answers.ts';
import type { LicenceCommand } from '../../../../contracts/operator/commands.ts';
import { civilDateSchema } from '../../../../domain/calendar.ts';
import type { AddPage, ConsoleContext } from '../../context.ts';
import { goOn } from '../../layout/notices.ts';
import { answerNotFound } from '../../layout/problems.tsx';
import { showPage } from '../../layout/page.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { About, Action } from '../actions/action.ts';
import { actionNamed } from '../actions/all-actions.ts';
import { type Given, readForm } from '../actions/read-form.ts';
import { aboutRecord } from '../about-record.ts';
import { FormPage } from './form-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { givenIn } from './given.ts';

interface Asked {
  readonly activity: LicenceCommand['activity'];
  readonly action: Action;
  readonly about: About;
  readonly path: string;
}

/** Every action on a licence: its form, what it will do, the confirmation, and what was done. */
export const addActions: AddPage = (app, { deployment }) => {
  const askedBy = async (c: ConsoleContext): Promise<Asked | undefined> => {
    const licenceId = c.req.param('id') ?? '';
    const named = actionNamed(c.req.param('activity') ?? '');
    if (named === undefined) return undefined;
    const [activity, action] = named;
    const about = aboutRecord(await licenceRecord(deployment, licenceId, c.var.now), c.var.now);
    return { activity, action, about, path: actionPath(licenceId, activity) };
  };

  /** Tries the command out and shows what it will do; or the form, with what is wrong. */
  const preview = async (c: ConsoleContext, asked: Asked, given: Given, mistake?: string) => {
    const read = readAsked(asked, given);
    if ('mistakes' in read) return showForm(c, asked, given, read.mistakes);
    const { about, action, path } = asked;
    const { licenceId } = about.licence.facts;
    try {
      const planned = await deployment.operator.command({ licenceId, ...read, dryRun: true });
      const title = `${action.title}: ${licenceId}`;
      const page = { c, about, action, path, given, planned, mistake };
      return await showPage(
        c,
        { title, at: '/licences' },
        <PreviewPage {...page} />,
        mistake === undefined ? 200 : 400,
      );
    } catch (error) {
      if (error instanceof Refusal) return showForm(c, asked, given, { '': error.message });
      throw error;
    }
  };

  app.get('/licences/:id/do/:activity', async (c) => {
    const asked = await askedBy(c);
    if (asked === undefined) return answerNotFound(c);
    return asked.action.fields === undefined ? preview(c, asked, {}) : showForm(c, asked, undefined, {});
  });

  app.post('/licences/:id/do/:activity', async (c) => {
    const asked = await askedBy(c);
    if (asked === undefined) return answerNotFound(c);
    const { edit, ...given } = await givenIn(c);
    return edit === undefined ? preview(c, asked, given) : showForm(c, asked, given, {});
  });

  app.post('/licences/:id/do/:activity/confirm', async (c) => {
    const asked = await askedBy(c);
    if (asked === undefined) return answerNotFound(c);
    const { requestId, typed = [], ...given } = await givenIn(c);
    const { about, action } = asked;
    const { licenceId } = about.licence.facts;
    if (action.isFinal === true && typed[0]?.trim() !== licenceId)
      return preview(c, asked, given, `Type ${licenceId}, the id of the licence.`);
    const read = readAsked(asked, given);
    if ('mistakes' in read) return showForm(c, asked, given, read.mistakes);
    const id = z.uuid().parse(requestId?.[0]);
    const answer = await deployment.operator.command({ licenceId, ...read }, id);
    if (answer.outcome === 'rejected')
      return showPage(
        c,
        { title: 'Not done', at: '/licences' },
        <Notice kind="warning">
          Rejected: {answer.reason ?? 'no reason was given'}. Nothing was changed; the journal records the
          attempt. <a href={licencePath(licenceId)}>Back to licence {licenceId}</a>
        </Notice>,
        400,
      );
    if (answer.password !== undefined) return showPassword(c, licenceId, answer.password);
    return goOn(c, `${licencePath(licenceId)}?request=${id}`, doneInWords(answer, about));
  });
};

/** The command of a form and its day, or what is wrong with them. */
function readAsked({ activity, action, about }: Asked, given: Given) {
  const on = given['on']?.[0] ?? '';
  const day = z.optional(civilDateSchema).safeParse(on === '' ? undefined : on);
  const read = readForm(activity, action, about, given);
  const wrongDay = day.success ? {} : { on: 'Enter a day such as 2026-03-09.' };
  if (!read.ok) return { mistakes: { ...read.mistakes, ...wrongDay } };
  return day.success ? { command: read.command, on: day.data } : { mistakes: wrongDay };
}

function showForm(
  c: ConsoleContext,
  { action, about, path }: Asked,
  given: Given | undefined,
  mistakes: Readonly<Record<string, string>>,
) {
  const title = `${action.title}: ${about.licence.facts.licenceId}`;
  const status = Object.keys(mistakes).length === 0 ? 200 : 400;
  const page = { c, about, action, path, given, mistakes };
  return showPage(c, { title, at: '/licences' }, <FormPage {...page} />, status);
}

/** Neither a table nor an address of a page has a password: this answer alone. */
function showPassword(c: ConsoleContext, licenceId: string, password: string) {
  return showPage(
    c,
    { title: 'The password of the update', at: '/licences' },
    <>
      <p>The customer gets it by mail too. It is not shown again.</p>
      <pre class="password">{password}</pre>
      <a class="button" href={licencePath(licenceId)}>
        Back to licence {licenceId}
      </a>
    </>,
  );
}

/** What was done and mailed. */
function doneInWords({ events, mails, problem }: AnswerOf<'command'>, { numbers }: About): string {
  if (events.length === 0) return 'Nothing to do: this was already the case.';
  const done = events.map((event) => sentence(eventInWords(event), numbers)).join('. ');
  const sent = mails.map(({ mailId, status }) => `Mail ${mailId}: ${status}.`).join(' ');
  const trouble = problem === undefined ? '' : ` Some mail was not sent: ${problem}. The next run sends it.`;
  return `${done}. ${sent}${trouble}`;
}
