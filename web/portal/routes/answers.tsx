import type * as z from 'zod/mini';
import { inputSchemas, type ActionName, type InputOf } from '../../../app/portal/actions/inputs.ts';
import type { Did } from '../../../app/portal/actions/did.ts';
import type { Meanwhile } from '../../../app/portal/actions/result.ts';
import type { Portal, ViewName, Views } from '../../../app/portal/portal.ts';
import type { Branding } from '../../../app/portal/views/branding.ts';
import { Post } from '../parts/form.tsx';
import type { Frame } from '../parts/frame.ts';
import type { Outcome } from '../parts/outcome.tsx';
import { isOutcomeName, mailedAbout, type OutcomeName } from '../parts/outcome-names.ts';
import { quotePath } from '../parts/paths.ts';
import { Problem } from '../parts/problem.tsx';
import { formOf, frameIn, pathnameOf, type PageContext } from './context.ts';

/** What every route of the customer's page works with. */
export type Asked = Pick<Portal, 'view' | 'act'>;

/** Answers with the page of a view, which says first what the reader has just done; or that there is none. */
export async function show<Name extends ViewName>(
  context: PageContext,
  portal: Asked,
  name: Name,
  takes: Views[Name]['takes'],
  page: (view: Views[Name]['gives'], outcome: Outcome | undefined) => Response | Promise<Response>,
): Promise<Response> {
  const [view, outcome] = await Promise.all([
    portal.view(context.var.visit, name, takes),
    outcomeIn(context, portal),
  ]);
  if (view === undefined) return notFound(context, portal);
  const isPartners = 'rights' in view && view.rights === 'as-partner';
  return page(view, isPartners && outcome !== undefined ? { ...outcome, mailed: 'customer' } : outcome);
}

/** What the reader has just done, where the page follows an action. */
async function outcomeIn(context: PageContext, portal: Asked): Promise<Outcome | undefined> {
  const { done: name, again } = context.req.query();
  if (context.req.method !== 'GET' || name === undefined || !isOutcomeName(name)) return undefined;
  const to = mailedAbout[name];
  const customer = to === undefined ? undefined : await portal.view(context.var.visit, 'customer', {});
  const mailed = to === undefined ? [] : (customer?.mailedAt[to] ?? []);
  return { name, isRepeated: again !== undefined, mailed };
}

interface Action<Name extends ActionName> {
  readonly name: Name;
  /** As the form has it: it is checked here. */
  readonly input: unknown;
  /** The page to look at again if something is in the way. */
  readonly back: string;
  /** The page that says what has happened. */
  readonly then: (did: Did[Name] | undefined) => string;
  /** What that page says where it can be one of several things; the action's own words if left out. */
  readonly said?: (did: Did[Name]) => OutcomeName;
  /** The page for something that has changed meanwhile; one that says so if left out. */
  readonly changed?: () => Promise<Response>;
}

/**
 * Does what a form asks for, and leads to the page that says what has happened. Sent twice, by a double click or from a
 * second tab, it is done once, and the second answer says so.
 */
export async function act<Name extends ActionName>(
  context: PageContext,
  portal: Asked,
  action: Action<Name>,
): Promise<Response> {
  const form = await formOf(context);
  const requestId = form.text('requestId');
  const input = readInput(action.name, action.input);
  const branding = await brandingOf(context, portal);
  const frame = frameIn(context, branding);
  const { problems, refusals } = frame.say;
  const back = { path: action.back, label: problems.meanwhile.look };
  if (input === undefined || !uuid.test(requestId)) {
    const { title, lead } = problems.invalid;
    return context.html(<Problem frame={frame} title={title} lead={lead} to={back} />, 422);
  }
  const result = await portal.act(context.var.visit, action.name, { requestId, input });
  switch (result.outcome) {
    case 'done':
    case 'already-done': {
      const { outcome, did } = result;
      const name = did === undefined ? 'already' : (action.said?.(did) ?? action.name);
      const isRepeated = outcome === 'already-done' && did !== undefined;
      return context.redirect(withOutcome(action.then(did), name, isRepeated), 303);
    }
    case 'refused':
      return context.html(
        <Problem frame={frame} title={problems.refused.title} lead={refusals[result.refusal.code]} to={back}>
          <p>
            {problems.refused.nothingChanged}
            {frame.branding.name !== '' && ` ${problems.refused.contact(frame.branding.name)}`}
          </p>
        </Problem>,
        409,
      );
    case 'changed-meanwhile': {
      if (action.changed !== undefined) return action.changed();
      const { title } = problems.meanwhile;
      const to = result.now.what === 'quote' ? { ...back, path: quotePath(result.now.number) } : back;
      return context.html(
        <Problem frame={frame} title={title} lead={meanwhileInWords(frame, result.now)} to={to} />,
        409,
      );
    }
    case 'not-found':
      return notFound(context, portal);
    case 'busy': {
      const { title, lead, again } = problems.busy;
      const fields = [...new Set(Object.keys(await context.req.parseBody()))].filter(
        (name) => !ownFields.has(name),
      );
      const values = Object.fromEntries(fields.map((name) => [name, form.all(name)]));
      return context.html(
        <Problem frame={frame} title={title} lead={lead}>
          <Post frame={frame} action={pathnameOf(context)} values={values} requestId={requestId}>
            <p class="do">
              <button class="button" type="submit">
                {again}
              </button>
            </p>
          </Post>
        </Problem>,
        503,
      );
    }
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ownFields: ReadonlySet<string> = new Set(['csrf', 'requestId']);

function readInput<Name extends ActionName>(name: Name, input: unknown): InputOf<Name> | undefined {
  return schemas[name].safeParse(input).data;
}

const schemas: { readonly [Name in ActionName]: z.ZodMiniType<InputOf<Name>> } = inputSchemas;

function withOutcome(path: string, outcome: OutcomeName, isRepeated: boolean): string {
  return `${path}?done=${outcome}${isRepeated ? '&again' : ''}`;
}

function meanwhileInWords({ say, localiser }: Frame, now: Meanwhile): string {
  const words = say.problems.meanwhile;
  switch (now.what) {
    case 'quote':
      return words.quote[now.state](now.number);
    case 'end-of-cover':
      return words.endOfCover(localiser.date(now.endsOn));
    case 'price':
      return words.price(localiser.money(now.price.total));
    case 'details':
      return words.details;
  }
}

/** The same for what there is not and for what is somebody else's. */
export async function notFound(context: PageContext, portal: Asked): Promise<Response> {
  const frame = frameIn(context, await brandingOf(context, portal));
  const { title, lead } = frame.say.problems.notFound;
  return context.html(<Problem frame={frame} title={title} lead={lead} />, 404);
}

/** For what is too large for the answer of a function. */
export async function tooLarge(context: PageContext, portal: Asked): Promise<Response> {
  const frame = frameIn(context, await brandingOf(context, portal));
  const { title, lead } = frame.say.problems.tooLarge;
  return context.html(<Problem frame={frame} title={title} lead={lead} />, 422);
}

/** The vendor of the reader's licences; undefined where there are several. */
async function brandingOf(context: PageContext, portal: Asked): Promise<Branding | undefined> {
  return (await portal.view(context.var.visit, 'customer', {}))?.branding;
}
