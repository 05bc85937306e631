import { vendors } from '../../../app/portal/vendors.ts';
import type { EntryPages } from '../entry.ts';
import {
  EndedPage,
  ExpiredPage,
  InvalidLinkPage,
  LinkSentPage,
  SignedOutPage,
  SignInPage,
} from '../pages/entry/entry.tsx';
import { brandingAtTheDoor } from '../parts/neutral.ts';
import { Problem } from '../parts/problem.tsx';
import { entryFrame, type PageContext } from './context.ts';

const frameIn = (context: PageContext) => entryFrame(context, brandingAtTheDoor(vendors));

/** The pages on the way in and out. */
export const entryPages: EntryPages = {
  signIn: (context) => context.html(<SignInPage frame={frameIn(context)} after={afterIn(context)} />),
  signedOut: (context) => context.html(<SignedOutPage frame={frameIn(context)} />),
  linkSent: (context) => context.html(<LinkSentPage frame={frameIn(context)} />),
  expired: (context, token) => context.html(<ExpiredPage frame={frameIn(context)} token={token} />, 410),
  ended: (context) => context.html(<EndedPage frame={frameIn(context)} />, 403),
  invalid: (context) => context.html(<InvalidLinkPage frame={frameIn(context)} />, 404),
};

/** What a reader was led to the page for signing in by. */
function afterIn(context: PageContext): 'ended' | 'saved' | undefined {
  const { done, ended } = context.req.query();
  if (done === 'edit-details') return 'saved';
  return ended === undefined ? undefined : 'ended';
}

/** A form that no page of this session has made. */
export function refuseForm(context: PageContext): Response | Promise<Response> {
  const frame = frameIn(context);
  const { title, lead } = frame.say.problems.forged;
  return context.html(<Problem frame={frame} title={title} lead={lead} />, 403);
}

/** Says that something has failed; what it was is for the log alone. */
export function sayFailed(context: PageContext): Response | Promise<Response> {
  const frame = frameIn(context);
  const { title, lead } = frame.say.problems.failed;
  return context.html(<Problem frame={frame} title={title} lead={lead} />, 500);
}
